// Puts a face together again: "Thanks : - )" becomes "Thanks :-)".
// Leaves a colon before a bracket with something in it alone.
#include "repair/near.h"
#include "repair/smiley.h"
#include "repair/why_joined.h"

namespace palimpsest {

void rules::spaced_smiley::find(const Passage& passage, Edits& edits) {
  const Near near(passage);
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (!(near[i].is(':') || near[i].is(';'))) return;
    const std::size_t mouth = smiley_end(near, i);
    if (mouth < i + 2) return;
    const CleanSpan inside = near.span(i + 1, mouth - 1);
    const bool nose = inside.of(passage.text).find('-') != std::string_view::npos;
    if (inside.size() > nose) edits.add(inside, nose ? "-" : "", 85);
  });
}

std::string rules::spaced_smiley::why(const Explained& change) {
  return why_joined(change, "A tokeniser set blanks inside a face drawn with marks.");
}

}  // namespace palimpsest
