// Tested by tests/core/causes_test.cpp.
#include "compare/fold.h"

#include "compare/small_code.h"
#include "repair/mojibake_pages.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

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
    const int byte = point.code < 0x80 ? -1 : misread_byte(CodePage::windows_1252, point.code);
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
