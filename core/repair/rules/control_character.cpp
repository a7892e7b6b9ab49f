// Takes away control codes and code points that are no characters: "The presi\u0000dent". A
// terminal's colour code goes as a whole; the non-breaking hyphen of Word (U+001E) becomes a
// hyphen. Leaves tabs and line ends alone.
#include "repair/rule.h"
#include "text/code_pages.h"

namespace palimpsest {
namespace {

bool is_control(char32_t code) {
  if (code >= 0x80 && code < 0xA0)  // the others are c1_character's
    return !is_defined(CodePage::windows_1252, static_cast<std::uint8_t>(code));
  return (code < 0x20 && (code < 9 || code > 13)) || code == 0x7F ||
         (code >= 0xFDD0 && code < 0xFDF0) || (code & 0xFFFE) == 0xFFFE;
}

/// Behind an escape code: "[", digits and semicolons, a letter ("[1;31m"); where it ends, or `at`.
std::size_t end_of_colour(std::string_view text, std::size_t at) {
  constexpr std::size_t longest = 16;
  if (at >= text.size() || text[at] != '[') return at;
  std::size_t end = at + 1;
  while (end < text.size() && end - at < longest &&
         ((text[end] >= '0' && text[end] <= '9') || text[end] == ';'))
    ++end;
  const bool letter = end < text.size() && ((text[end] >= 'A' && text[end] <= 'Z') ||
                                            (text[end] >= 'a' && text[end] <= 'z'));
  return letter ? end + 1 : at;
}

}  // namespace

void rules::control_character::find(const Passage& passage, Edits& edits) {
  if (passage.habits.others == 0) return;
  const Tokens& tokens = passage.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].kind() != TokenKind::other || !is_control(tokens[i].code)) continue;
    const std::size_t first = i;
    while (i + 1 < tokens.size() && tokens[i + 1].kind() == TokenKind::other &&
           is_control(tokens[i + 1].code))
      ++i;
    const std::uint32_t begin = tokens.begin_of(first), end = tokens.end_of(i);
    if (first == i && tokens[i].code == 0x1E && i > 0 && tokens[i - 1].is_word() &&
        i + 1 < tokens.size() && tokens[i + 1].is_word()) {
      edits.add({begin, end}, "-", 90);
      continue;
    }
    const std::size_t colour =
        tokens[i].code == 0x1B ? end_of_colour(passage.text, end) : std::size_t{end};
    edits.add({begin, static_cast<std::uint32_t>(colour)}, "", 97);
    while (i + 1 < tokens.size() && tokens.begin_of(i + 1) < colour) ++i;
  }
}

std::string rules::control_character::why(const Explained& change) {
  if (change.after == "-") return "A control code that Word writes for its non-breaking hyphen.";
  return {};
}

}  // namespace palimpsest
