// Makes every line end a line feed: CR LF, CR, vertical tab, form feed, U+0085, U+2028; U+2029 ends
// a paragraph. A form feed that begins a line ended a page and goes. Leaves line feeds alone, and
// U+0085 where it was an ellipsis (c1_character).
#include "repair/line_ends.h"

namespace palimpsest {

void rules::line_end::find(const Passage& passage, Edits& edits) {
  if (passage.habits.odd_line_breaks == 0) return;
  const Tokens& tokens = passage.tokens;
  const NextLines next_lines(passage);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (!token.is_line_break() || token.code == '\n') continue;
    CleanSpan span = tokens.span(i);
    if (i > 0 && tokens[i - 1].is_blank()) span.begin = tokens.begin_of(i - 1);
    switch (token.code) {
      case '\r': {
        // CR CR LF comes from writing CR LF twice: one line end.
        std::size_t last = i;
        while (last + 1 < tokens.size() && tokens[last + 1].code == '\r' &&
               tokens[last + 1].is_line_break() && tokens.span(last).size() == 1)
          ++last;
        if (tokens.span(last).size() == 2) {
          edits.add({span.begin, tokens.end_of(last) - 1}, "", 99);
          i = last;
        } else {
          edits.add(span, "\n", 97);
        }
        break;
      }
      case '\f': {
        const bool begins_a_line = i == 0 || tokens[i - 1].is_line_break();
        edits.add(span, begins_a_line ? "" : "\n", 95);
        break;
      }
      case 0x85:
        if (!next_lines.is_ellipsis(i)) edits.add(span, "\n", 90);
        break;
      case 0x2029:
        edits.add(span, "\n\n", 97);
        break;
      default:
        edits.add(span, "\n", 97);
    }
  }
}

std::string rules::line_end::why(const Explained& change) {
  if (change.before.find('\r') != std::string_view::npos && change.after.empty())
    return "Windows ends a line with two characters, a carriage return and a line feed; the first "
           "goes.";
  if (change.before.ends_with('\f')) return "A form feed ended a page here.";
  if (change.before.ends_with("\xE2\x80\xA9")) return "A paragraph separator stood here.";
  return {};
}

}  // namespace palimpsest
