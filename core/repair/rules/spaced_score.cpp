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

}  // namespace

void rules::spaced_score::find(const Passage& passage, Edits& edits) {
  if (passage.habits.numbers < 2 || passage.habits.count('-') == 0) return;
  const Near near(passage);
  each_mark(passage, [&](std::size_t i) {
    if (!near[i].is('-') || !near.alone(i)) return;
    if (!near[i - 2].is_number() || !near[i + 2].is_number()) return;
    if (near.of(i - 2).size() > 3 || near.of(i + 2).size() > 3 || !near.open(i - 3)) return;
    const LowerWord before(near.of(near.previous(i - 2))), after(near.of(near.next(i + 2)));
    if (results.contains(after) || verbs.contains(before))
      edits.add(near.span(i - 1, i + 1), "-", 85);
  });
}

std::string rules::spaced_score::why(const Explained& change) {
  return why_joined(change, "The two numbers of a result are joined by a hyphen without blanks.");
}

}  // namespace palimpsest
