// Closes a dash up between its words where the text does so everywhere no tokeniser was at work:
// "words — like this" becomes "words—like this"'s own style.
// Leaves dashes alone where the text gives no such sign: most papers set blanks around them.
#include "repair/near.h"
#include "repair/why_joined.h"

namespace palimpsest {
namespace {

bool is_dash(const Token& t) { return t.is(U'—') || t.is(U'–'); }

}  // namespace

void rules::spaced_dash::find(const Passage& passage, Edits& edits) {
  if (passage.tokenised_stretches().empty() || passage.habits.other_marks == 0) return;
  const Near near(passage);
  InStretch in_stretch(passage);
  int close[2] = {}, apart[2] = {};  // of — and –, between words
  each_mark(passage, [&](std::size_t i) {
    if (!is_dash(near[i]) || in_stretch(i)) return;
    if (near[i - 1].is_word() && near[i + 1].is_word()) ++close[near[i].is(U'–')];
    if (near.alone(i)) ++apart[near[i].is(U'–')];
  });
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (!is_dash(near[i]) || !near.alone(i)) return;
    const bool en = near[i].is(U'–');
    if (close[en] < 2 || apart[en] > 0 || !near[i - 2].is_word() || !near[i + 2].is_word()) return;
    edits.add(near.span(i - 1, i + 1), near.of(i), 75);
  });
}

std::string rules::spaced_dash::why(const Explained& change) {
  return why_joined(change,
                    "Elsewhere this text sets no blanks around its dashes; a tokeniser set these.");
}

}  // namespace palimpsest
