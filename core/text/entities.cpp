// Tested by tests/core/entities_test.cpp. The rules are those of the HTML standard,
// section 13.2.5.72 and following ("character reference state").
#include "text/entities.h"

#include <algorithm>
#include <iterator>

#include "text/code_pages.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

#include "text/entities.inc"

constexpr std::size_t count = std::size(codes), longest = 32;

constexpr std::string_view name_at(std::size_t i) {
  const std::size_t begin = begins[i] / 2u;
  return names.substr(begin, begins[i + 1] / 2u - begin);
}

/// Index of the name, or `count`.
std::size_t index_of(std::string_view name) {
  std::size_t low = 0, high = count;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (name_at(middle) < name)
      low = middle + 1;
    else
      high = middle;
  }
  return low < count && name_at(low) == name ? low : count;
}

bool is_digit_or_letter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int digit_value(char c, bool hexadecimal) {
  if (c >= '0' && c <= '9') return c - '0';
  if (hexadecimal && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (hexadecimal && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// A number that is no character comes back as U+FFFD; one without digits not at all.
std::optional<CharacterReference> read_number(std::string_view text, std::size_t at,
                                              bool needs_semicolon) {
  std::size_t i = at + 2;
  const bool hexadecimal = i < text.size() && (text[i] == 'x' || text[i] == 'X');
  if (hexadecimal) ++i;
  const std::size_t first = i;
  char32_t code = 0;
  for (; i < text.size() && i - first < longest; ++i) {
    const int digit = digit_value(text[i], hexadecimal);
    if (digit < 0) break;
    code =
        std::min<char32_t>(code * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  if (i == first) return std::nullopt;
  const bool semicolon = i < text.size() && text[i] == ';';
  if (needs_semicolon && !semicolon) return std::nullopt;
  if (code >= 0x80 && code < 0xA0)
    code = code_point_of(CodePage::windows_1252, static_cast<std::uint8_t>(code));
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
    code = replacement_character;
  return CharacterReference{code, static_cast<std::uint32_t>(i - at + semicolon)};
}

std::string_view name_behind(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && end - at <= longest && is_digit_or_letter(text[end])) ++end;
  return text.substr(at + 1, end - at - 1);
}

bool is_number(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at + 1] == '#';
}

}  // namespace

std::optional<CharacterReference> read_reference(std::string_view text, std::size_t at) {
  if (is_number(text, at)) {
    const auto found = read_number(text, at, true);
    if (!found || found->code == replacement_character) return std::nullopt;
    return found;
  }
  const std::string_view name = name_behind(text, at);
  const std::size_t end = at + 1 + name.size();
  if (name.empty() || end >= text.size() || text[end] != ';') return std::nullopt;
  const std::size_t i = index_of(name);
  if (i == count) return std::nullopt;
  return CharacterReference{codes[i], static_cast<std::uint32_t>(name.size() + 2)};
}

std::optional<CharacterReference> read_page_reference(std::string_view text, std::size_t at) {
  if (is_number(text, at)) return read_number(text, at, false);
  if (const auto found = read_reference(text, at)) return found;
  // Without a semicolon the longest old name counts: &copy2017 is ©2017.
  const std::string_view name = name_behind(text, at);
  for (std::size_t size = std::min<std::size_t>(name.size(), 6); size >= 2; --size) {
    const std::size_t i = index_of(name.substr(0, size));
    if (i < count && (begins[i] & 1) != 0)
      return CharacterReference{codes[i], static_cast<std::uint32_t>(size + 1)};
  }
  return std::nullopt;
}

}  // namespace palimpsest
