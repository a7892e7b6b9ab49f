#include "repair/split_number.h"

namespace palimpsest {
namespace {

bool is_inner_mark(const Token& t) { return t.is(',') || t.is('.') || t.is(':'); }

}  // namespace

SplitPoint split_after(const Near& near, std::size_t left) {
  if (!near[left].is_number()) return {};
  SplitPoint point;
  point.left = left;
  point.gap_before = near.gap(left + 1);
  point.mark = point.gap_before ? left + 2 : left + 1;
  if (!is_inner_mark(near[point.mark])) return {};
  point.gap_after = near.gap(point.mark + 1);
  point.right = point.gap_after ? point.mark + 2 : point.mark + 1;
  if (!near[point.right].is_number() || (!point.gap_before && !point.gap_after)) return {};
  return point;
}

bool is_intact_before(const Near& near, std::size_t i) {
  return near[i].is_number() && is_inner_mark(near[i + 1]) && near[i + 2].is_number();
}

NumberHabits count_numbers(const Passage& passage) {
  const Near near(passage);
  NumberHabits habits;
  each_mark(passage, [&](std::size_t mark) {
    if (!is_inner_mark(near[mark])) return;
    const std::size_t number = near.previous(mark);
    habits.intact += number == mark - 1 && is_intact_before(near, number);
    const SplitPoint point = split_after(near, number);
    habits.split += point && point.both();
  });
  return habits;
}

}  // namespace palimpsest
