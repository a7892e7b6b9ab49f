// Makes one blank of two in mid-sentence: "a  word" becomes "a word".
// Leaves alone indents, columns, a typist's two blanks between sentences, and runs that say more
// (paragraph_break, gap).
#include "repair/wide_blanks.h"

namespace palimpsest {

void rules::blank_run::find(const Passage& passage, Edits& edits) {
  for (const WideBlank& b : passage.wide_blanks())
    if (b.meaning == BlankMeaning::one_blank)
      edits.add({passage.tokens.begin_of(b.token) + 1, passage.tokens.end_of(b.token)}, "",
                b.confidence);
}

std::string rules::blank_run::why(const Explained&) { return {}; }

}  // namespace palimpsest
