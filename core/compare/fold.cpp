// Tested by tests/core/compare_units_test.cpp.
#include "compare/fold.h"

#include <array>

#include "compare/small_code.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

// The characters of bytes 0x80-0x9F in Windows-1252; the undefined ones are the C1 controls.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

int byte_of(char32_t code) {
  if (code >= 0xA0 && code <= 0xFF) return static_cast<int>(code);
  for (std::size_t i = 0; i < windows_1252.size(); ++i)
    if (windows_1252[i] == code || code == 0x80 + i) return static_cast<int>(0x80 + i);
  return -1;
}

char32_t fold(char32_t code) {
  switch (code) {
    case '`':
    case U'´':
    case U'‘':
    case U'’':
    case U'‚':
    case U'‛':
    case U'′':
    case 0x91:  // Windows-1252 quote marks read as Latin-1
    case 0x92:
      return '\'';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
    case U'″':
    case 0x93:
    case 0x94:
      return '"';
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
    case U'−':
    case 0x96:
    case 0x97:
      return '-';
    case 0x85:
      return U'…';
    case 0xAD:    // soft hyphen
    case 0x200B:  // zero-width space, joiners, byte order mark
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0xFEFF:
      return 0x200B;
    default:
      return code;
  }
}

/// UTF-8 that was read as Windows-1252, one round; size 0 if there is none at `at`.
SMALL_CODE FoldedCharacter read_mojibake(std::string_view text, std::size_t at, char32_t first) {
  char bytes[4];
  std::uint32_t sizes[4];
  std::size_t count = 0;
  char32_t second = 0;
  for (std::size_t end = at; end < text.size() && count < 4; ++count) {
    const CodePoint point = code_point_at(text, end);
    const int byte = byte_of(point.code);
    if (byte < 0) break;
    if (count == 1) second = point.code;
    bytes[count] = static_cast<char>(byte);
    sizes[count] = point.size;
    end += point.size;
  }
  // A closing quote mark loses its last byte, which Windows-1252 does not define.
  if (first == U'â' && count == 2 && second == U'€') return {'"', sizes[0] + sizes[1], true};
  if (count < 2) return {};
  const CodePoint read = read_utf8({bytes, count}, 0);
  if (!read.valid || read.size < 2) return {};
  const CharClass kind = char_class(read.code);
  if (kind == CharClass::unassigned || kind == CharClass::control) return {};
  // Two bytes prove nothing where a capital stands before a mark: "VIÐ”" is Icelandic and no
  // Cyrillic.
  if (read.code >= 0x250 && read.size == 2 && !is_letter(second) && at > 0 &&
      is_upper(code_point_before(text, at).code))
    return {};
  std::uint32_t size = 0;
  for (std::uint32_t i = 0; i < read.size; ++i) size += sizes[i];
  return {fold(read.code), size, true};
}

}  // namespace

FoldedCharacter read_folded_wide(std::string_view text, std::size_t at) {
  const CodePoint point = code_point_at(text, at);
  if (point.code >= 0xC2 && point.code <= 0xF4)
    if (const FoldedCharacter read = read_mojibake(text, at, point.code); read.size > 0)
      return read;
  return {fold(point.code), point.size, false};
}

}  // namespace palimpsest
