// Takes away the backslash that the Penn Treebank sets before / and *: "1\\/2" becomes "1/2".
// Leaves alone texts that no tokeniser wrote: programs and paths have backslashes of their own.
#include "repair/near.h"

namespace palimpsest {

void rules::ptb_escape::find(const Passage& passage, Edits& edits) {
  if (passage.habits.count('\\') == 0) return;
  const Near near(passage);
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (near[i].is('\\') && (near[i + 1].is('/') || near[i + 1].is('*')))
      edits.add(near.span(i), "", 90);
  });
}

std::string rules::ptb_escape::why(const Explained&) { return {}; }

}  // namespace palimpsest
