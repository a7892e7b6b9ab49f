// Joins the two numbers of a result: "the 3 - 2 win", "won 4 - 0".
// Leaves spans of years and of pages alone, whose writers do set blanks: "(1868 - 1912)".
#include "repair/near.h"
#include "repair/why_joined.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

constexpr auto results = word_set(
    "win", "wins", "victory", "victories", "defeat", "defeats", "loss", "losses", "draw", "draws",
    "tie", "ties", "lead", "deficit", "score", "scoreline", "margin", "triumph", "rout", "vote",
    "votes", "record", "decision", "ruling", "advantage", "thrashing", "shutout", "setback",
    "success", "result", "majority", "verdict", "aggregate", "home", "away", "halftime");
constexpr auto verbs =
    word_set("won", "win", "wins", "lost", "lose", "loses", "beat", "beats", "beaten", "drew",
             "draws", "defeated", "voted", "leads", "led", "trailed", "ahead", "up", "down",
             "ended", "finished", "ruled", "winning", "losing", "leading", "trailing");

/// "won 4 - 0"; in tokenised text also with the loser between: "beat Jones 6 - 4".
bool is_result_of(const Near& near, std::size_t number, int words) {
  for (std::size_t i = near.previous(number); words > 0 && near[i].is_word(); --words) {
    if (verbs.contains(LowerWord(near.of(i)))) return true;
    if (near[i].shape() == WordShape::lower) return false;
    i = near.previous(i);
  }
  return false;
}

}  // namespace

void rules::spaced_score::find(const Passage& passage, Edits& edits) {
  if (passage.habits.numbers < 2 || passage.habits.count('-') == 0) return;
  const Near near(passage);
  InStretch in_stretch(passage);
  std::size_t last = 0;  // the hyphen joined last
  each_mark(passage, [&](std::size_t i) {
    if (!near[i].is('-') || !near.alone(i)) return;
    if (!near[i - 2].is_number() || !near[i + 2].is_number()) return;
    if (near.of(i - 2).size() > 3 || near.of(i + 2).size() > 3 || !near.open(i - 3)) return;
    const LowerWord after(near.of(near.next(i + 2)));
    // "6 - 4 , 7 - 6": the next set
    const bool goes_on = last != 0 && i <= last + 8 && near[near.next(last + 2)].is(',');
    if (!results.contains(after) && !goes_on && !is_result_of(near, i - 2, in_stretch(i) ? 3 : 1))
      return;
    edits.add(near.span(i - 1, i + 1), "-", 85);
    last = i;
  });
}

std::string rules::spaced_score::why(const Explained& change) {
  return why_joined(change, "The two numbers of a result are joined by a hyphen without blanks.");
}

}  // namespace palimpsest
