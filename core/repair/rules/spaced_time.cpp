// Joins a time of day, a verse or a ratio that blanks cut at its colon: "10 : 30", "07 : 03 : 00",
// "a 1 : 5 ratio".
// Leaves a colon alone that ends a clause before a number: "Terminal 2 : 5 gates".
#include "repair/split_number.h"
#include "repair/why_joined.h"

namespace palimpsest {
namespace {

bool is_time(const Near& near, const SplitPoint& p) {
  return near.of(p.left).size() <= 3 && near.of(p.right).size() == 2 && near.of(p.right)[0] < '6';
}

bool is_ratio_word(std::string_view word) {
  return word == "ratio" || word == "ratios" || word == "odds" || word == "scale" ||
         word == "scales" || word == "proportion" || word == "mixture" || word == "mix" ||
         word == "dilution" || word == "aspect";
}

bool is_ratio(const Near& near, const SplitPoint& p) {
  if (is_ratio_word(near.of(near.next(p.right)))) return true;
  const std::size_t before = near.previous(p.left);
  const std::string_view word = near.of(before);
  return is_ratio_word(word) || (word == "of" && is_ratio_word(near.of(near.previous(before))));
}

}  // namespace

void rules::spaced_time::find(const Passage& passage, Edits& edits) {
  if (passage.habits.numbers < 2 || passage.habits.count(':') == 0) return;
  const Near near(passage);
  InStretch in_stretch(passage);
  each_mark(passage, [&](std::size_t i) {
    if (!near[i].is(':') || !near.gap(i - 1) || !near.gap(i + 1)) return;
    const SplitPoint p = split_after(near, i - 2);
    if (!p) return;
    if (is_time(near, p) || is_ratio(near, p) || !in_stretch(i))
      edits.add(near.span(i - 1, i + 1), ":", is_time(near, p) ? 95 : 85);
  });
}

std::string rules::spaced_time::why(const Explained& change) {
  return why_joined(change, "A time of day or a ratio has no blanks around its colon.");
}

}  // namespace palimpsest
