// The single-byte code pages that articles are written, and misread, in: byte to character and
// back. The maps are generated (code_pages.inc, made by code_pages.py from Python's codecs, 1.8
// KB); the way back is built from them at compile time (7 KB: one lookup answers for all
// pages).
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace palimpsest {

enum class CodePage : std::uint8_t {  // the order is the generator's
  windows_1250,
  windows_1251,
  windows_1252,
  latin_1,
  latin_9,
  mac_roman,
  cp437
};
inline constexpr std::size_t code_page_count = 7;

/// "Windows-1252", "MacRoman", …
std::string_view title_of(CodePage page);

/// What `byte` stands for; below 0x80 it is ASCII. A byte that the page leaves undefined stands for
/// the C1 control of the same number, as browsers read it.
char32_t code_point_of(CodePage page, std::uint8_t byte);

/// False for the bytes that the Windows pages leave undefined (0x81 in Windows-1252, …).
bool is_defined(CodePage page, std::uint8_t byte);

/// The byte that `page` reads as `code`, or -1. C1 controls have one where the page leaves that
/// byte undefined, so the two functions are each other's inverse on all 256 bytes. O(1).
int byte_of(CodePage page, char32_t code);

/// The bytes of all pages at once: entry i is byte_of(page i), 0 where it has none (no page reads a
/// byte above 0x7F as U+0000). `code` must be above 0x7F. O(1): for asking several pages.
const std::array<std::uint8_t, code_page_count>& bytes_of(char32_t code);

}  // namespace palimpsest
