// Makes one blank of several: "a   word" becomes "a word".
// Leaves blanks at the start of a line (indents) and beside a line end alone.
#include "repair/rule.h"

namespace palimpsest {

void rules::blank_run::find(const Passage& passage, Edits& edits) {
  if (passage.habits.wide_blanks == 0) return;
  const Tokens& tokens = passage.tokens;
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (!tokens[i].is_blank() || tokens[i - 1].is_line_break() || tokens[i + 1].is_line_break())
      continue;
    const std::string_view run = passage.of(i);
    if (run.size() > 1 && run.find_first_not_of(' ') == std::string_view::npos)
      edits.add({tokens.begin_of(i) + 1, tokens.end_of(i)}, "", 95);
  }
}

std::string rules::blank_run::why(const Explained&) { return {}; }

}  // namespace palimpsest
