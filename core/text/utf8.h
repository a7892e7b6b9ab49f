// UTF-8, one code point at a time. Everything behind decode/ is valid UTF-8; only `read_utf8` looks
// at bytes that may not be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace palimpsest {

inline constexpr char32_t replacement_character = 0xFFFD;

struct CodePoint {
  char32_t code = 0;
  std::uint32_t size = 0;  // bytes it takes
  bool valid = true;       // false: `code` is U+FFFD and stands for `size` bytes that are no UTF-8
};

/// Reads the code point at `at` (< bytes.size()) of any bytes. What is no UTF-8 is cut into maximal
/// subparts, as the Unicode Standard 15.0, section 3.9, recommends and browsers do.
CodePoint read_utf8(std::string_view bytes, std::size_t at);

/// The code point at `at` of a valid text; `at` is the first byte of one.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// The code point that ends at `end` (> 0) of a valid text.
CodePoint code_point_before(std::string_view text, std::size_t end);

/// Appends a scalar value; a surrogate or a value past U+10FFFF is appended as U+FFFD.
void append_utf8(std::string& text, char32_t code);
std::string to_utf8(char32_t code);

/// True where a code point begins, and at both ends of the text.
inline bool is_boundary(std::string_view text, std::size_t at) {
  return at >= text.size() ? at == text.size()
                           : (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// Number of bytes from the start that are valid UTF-8; the text's size if all are.
std::size_t valid_utf8_prefix(std::string_view bytes);

/// Length of a valid text in UTF-16 code units, and in code points.
std::size_t utf16_length(std::string_view text);
std::size_t code_point_length(std::string_view text);

}  // namespace palimpsest
