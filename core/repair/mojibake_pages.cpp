// Tested by the cases of the mojibake row.
#include "repair/mojibake_pages.h"

#include "text/utf8.h"

namespace palimpsest {
namespace {

Roles roles_by_bytes(char32_t code) {
  Roles roles;
  for (const CodePage page : misread_pages) {
    const int byte = misread_byte(page, code);
    if (byte >= 0xC2 && byte <= 0xDF) roles.first_of_two |= only(page);
    if (byte >= 0xE0 && byte <= 0xF4) roles.first_of_more |= only(page);
    if (byte >= 0x80 && byte <= 0xBF) roles.later |= only(page);
  }
  return roles;
}

}  // namespace

int misread_byte(CodePage page, char32_t code) {
  if (code >= 0x80 && code < 0xA0 && page != CodePage::mac_roman && page != CodePage::cp437)
    return static_cast<int>(code);
  return byte_of(page, code);
}

const RoleTable& RoleTable::get() {
  static const RoleTable table;
  return table;
}

RoleTable::RoleTable() {
  for (char32_t code = 0x80; code < size; ++code) roles_[code] = roles_by_bytes(code);
}

Roles RoleTable::outside(char32_t code) {
  if (code == replacement_character)
    return {.later = only(CodePage::windows_1250) | only(CodePage::windows_1251) |
                     only(CodePage::windows_1252)};
  // MacRoman's apple and its ligatures; characters of other scripts stand in no page.
  return code >= 0xF000 && code < 0xFFFD ? roles_by_bytes(code) : Roles{};
}

}  // namespace palimpsest
