// Puts back a paragraph break that a clean-up made a run of blanks: "his predecessor.  This month"
// becomes two paragraphs.
// Leaves alone a typist's two blanks after every sentence, columns, and runs in mid-sentence.
#include "repair/wide_blanks.h"

namespace palimpsest {

void rules::paragraph_break::find(const Passage& passage, Edits& edits) {
  for (const WideBlank& b : read_wide_blanks(passage))
    if (b.meaning == BlankMeaning::paragraph)
      edits.add(passage.tokens.span(b.token), "\n\n", b.confidence,
                static_cast<std::uint8_t>(b.width));
}

std::string rules::paragraph_break::why(const Explained& change) {
  std::string why = std::to_string(change.detail);
  why += " blanks stand where other sentences have one between them: a paragraph ended here.";
  return why;
}

}  // namespace palimpsest
