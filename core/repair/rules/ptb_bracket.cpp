// Writes the brackets that the Penn Treebank spells in letters: "-LRB- AP -RRB-" becomes "(AP)".
// Needs no other sign of a tokeniser: nothing else writes these letters between hyphens.
#include "repair/near.h"

namespace palimpsest {
namespace {

struct Bracket {
  std::string_view name, mark;
  bool opens;
};
constexpr Bracket brackets[] = {{"LRB", "(", true},  {"RRB", ")", false}, {"LSB", "[", true},
                                {"RSB", "]", false}, {"LCB", "{", true},  {"RCB", "}", false},
                                {"lrb", "(", true},  {"rrb", ")", false}, {"lsb", "[", true},
                                {"rsb", "]", false}, {"lcb", "{", true},  {"rcb", "}", false}};

/// "Re -LRB- a -RRB- d": the rest of a word with a letter in brackets, which closes at `close`; 0
/// if it is none.
std::size_t rest_of_word(const Near& near, std::size_t close) {
  const std::size_t rest = close + 4;
  const bool letter = near.of(close - 2).size() == 1 && near.gap(close - 1) &&
                      near.of(close + 1) == "RRB" && near.gap(close + 3);
  const bool end =
      near[rest].shape() == WordShape::lower && near.of(rest).size() == 1 && near.of(rest) != "a";
  return letter && end ? rest : 0;
}

}  // namespace

void rules::ptb_bracket::find(const Passage& passage, Edits& edits) {
  if (passage.habits.count('-') < 2) return;
  const Near near(passage);
  std::size_t free = 0;  // the first token that no edit before has taken
  std::size_t rest = 0;  // what follows the bracket inside a word
  each_mark(passage, [&](std::size_t i) {
    if (!near[i].is('-') || !near[i + 2].is('-') || near.of(i + 1).size() != 3) return;
    if (near[i - 1].is_word() || near[i - 1].is_number() || near[i + 3].is_word() ||
        near[i + 3].is_number())
      return;
    for (const Bracket& bracket : brackets) {
      if (near.of(i + 1) != bracket.name) continue;
      std::size_t first = i, last = i + 2;
      if (bracket.opens && near.gap_after(last)) ++last;
      if (bracket.opens && near.gap_before(first) && near[first - 2].is_word() &&
          near[last + 1].is_word() && near[last + 3].is('-')) {
        rest = rest_of_word(near, last + 3);
        if (near.of(last + 1) == "s" || rest != 0) --first;
      }
      if (!bracket.opens && rest == last + 2) ++last;
      if (!bracket.opens && near.gap_before(first) && first > free) --first;
      edits.add(near.span(first, last), bracket.mark, 99);
      free = last + 1;
    }
  });
}

std::string rules::ptb_bracket::why(const Explained& change) {
  return "A tokeniser of the Penn Treebank wrote " + std::string(change.before) + " for " +
         std::string(change.after) + ".";
}

}  // namespace palimpsest
