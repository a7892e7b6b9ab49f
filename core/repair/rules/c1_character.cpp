// Reads a control code of the range U+0080 to U+009F as the Windows-1252 byte that it was:
// "don\u0092t" becomes "don’t". Mojibake, where such codes are parts of other characters, comes
// first. Leaves the five codes without a byte to control_character, and U+0085 to line_end where it
// ends lines.
#include "repair/line_ends.h"
#include "text/code_pages.h"
#include "text/utf8.h"

namespace palimpsest {

void rules::c1_character::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii || passage.habits.others + passage.habits.odd_line_breaks == 0) return;
  const Tokens& tokens = passage.tokens;
  const NextLines next_lines(passage);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const char32_t code = tokens[i].code;
    if (code < 0x80 || code > 0x9F ||
        !is_defined(CodePage::windows_1252, static_cast<std::uint8_t>(code)))
      continue;
    if (code == 0x85 && !next_lines.is_ellipsis(i)) continue;
    edits.add(tokens.span(i),
              to_utf8(code_point_of(CodePage::windows_1252, static_cast<std::uint8_t>(code))), 95);
  }
}

std::string rules::c1_character::why(const Explained& change) {
  constexpr char digits[] = "0123456789ABCDEF";
  const char32_t code = code_point_at(change.before, 0).code;
  std::string why = "The control code U+00";
  why += digits[code >> 4 & 15];
  why += digits[code & 15];
  why += " was the Windows-1252 byte for ";
  why += change.after;
  return why + ".";
}

}  // namespace palimpsest
