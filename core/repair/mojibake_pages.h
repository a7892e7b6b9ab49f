// The code pages that UTF-8 is misread in, seen from the characters: which can stand for the first
// byte of a longer UTF-8 sequence, which for a later one.
#pragma once

#include <array>
#include <cstdint>

#include "text/code_pages.h"

namespace palimpsest {

/// The pages that are tried. Where two explain a stretch equally well the earlier one is believed.
/// ISO-8859-1 is read as Windows-1252: damaged texts mix the two.
inline constexpr std::array misread_pages = {CodePage::windows_1252, CodePage::windows_1250,
                                             CodePage::windows_1251, CodePage::mac_roman,
                                             CodePage::cp437,        CodePage::latin_9};

/// A bit per CodePage.
using PageSet = std::uint8_t;
constexpr PageSet only(CodePage page) {
  return static_cast<PageSet>(1u << static_cast<unsigned>(page));
}

/// The pages whose byte A0 is the no-break space, which often becomes a blank.
inline constexpr PageSet pages_with_no_break_space =
    only(CodePage::windows_1252) | only(CodePage::windows_1250) | only(CodePage::windows_1251) |
    only(CodePage::latin_9);

/// The pages in which a character is the first byte of a sequence of two (C2-DF), of one of three
/// or four (E0-F4), or a later byte (80-BF). U+FFFD may be any later byte of a page with undefined
/// ones.
struct Roles {
  PageSet first_of_two = 0, first_of_more = 0, later = 0;
  PageSet first() const { return static_cast<PageSet>(first_of_two | first_of_more); }
};

/// Asked of every character outside ASCII: a table, 30 KB, built on first use.
class RoleTable {
 public:
  static const RoleTable& get();
  Roles operator[](char32_t code) const { return code < size ? roles_[code] : outside(code); }

 private:
  static constexpr std::size_t size = 0x2680;  // past the last box drawing of code page 437
  RoleTable();
  static Roles outside(char32_t code);
  std::array<Roles, size> roles_{};
};

/// The byte that `page` reads as `code`, or -1. The Windows pages and ISO-8859-15 are taken to read
/// the C1 controls as the bytes of the same number too.
int misread_byte(CodePage page, char32_t code);

}  // namespace palimpsest
