// What Unicode says of a code point, from tables generated out of the Unicode Character Database
// (unicode_table.inc, made by unicode_table.py: 41 KB of classes, 12 KB of case ranges). Two stages
// of bytes: one load for ASCII-sized questions, no locale. utf8proc answers more questions but
// costs 77 KB compressed in WebAssembly.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace palimpsest {

enum class CharClass : std::uint8_t {  // the order is the generator's
  other,
  upper,
  lower,
  letter,
  combining,
  digit,
  numeric,
  punctuation,
  symbol,
  blank,
  line_break,
  control,
  format,
  unassigned
};
enum class Script : std::uint8_t { common, latin, greek, cyrillic, hebrew, arabic, cjk, other };

CharClass char_class(char32_t code);
Script script(
    char32_t code);  // `common` also for inherited marks; `other` for scripts without a name here

inline bool is_upper(char32_t code) { return char_class(code) == CharClass::upper; }
inline bool is_lower(char32_t code) { return char_class(code) == CharClass::lower; }
inline bool is_digit(char32_t code) { return char_class(code) == CharClass::digit; }
inline bool is_letter(char32_t code) {
  const CharClass c = char_class(code);
  return c >= CharClass::upper && c <= CharClass::letter;
}
inline bool is_blank(char32_t code) {
  return char_class(code) == CharClass::blank;
}  // spaces and tab, no line end

/// Simple case mapping, one code point to one; what has none comes back as it is. O(log n).
char32_t to_lower(char32_t code);
char32_t to_upper(char32_t code);

/// The whole text, one code point at a time.
std::string lower_case(std::string_view text);

}  // namespace palimpsest
