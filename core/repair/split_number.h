// Numbers with blanks around the mark inside: "4 , 000", "1 . 5", "10 : 30". What is common to the
// rules that join them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "repair/near.h"

namespace palimpsest {

/// A mark between two numbers, with a gap on at least one side.
///
///     4 ␣ , ␣ 000
///     left     right
struct SplitPoint {
  std::size_t left = 0, mark = 0, right = 0;
  bool gap_before = false, gap_after = false;

  bool both() const { return gap_before && gap_after; }
  explicit operator bool() const { return mark != 0; }
};

/// The split point behind the number `left`; none if there is none.
SplitPoint split_after(const Near& near, std::size_t left);

/// True if the number `i` goes on behind a mark without a blank: "0.5", "4,000", "10:30".
bool is_intact_before(const Near& near, std::size_t i);

/// Numbers of a text whose inner marks are intact, and those whose marks have blanks on both sides:
/// where the first are found, a blank before % or behind $ is the writer's own. O(tokens).
struct NumberHabits {
  std::uint32_t intact = 0, split = 0;
};
NumberHabits count_numbers(const Passage& passage);

}  // namespace palimpsest
