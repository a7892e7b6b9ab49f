// The same words in capitals or small letters: "THE PRESIDENT", "The president".
// Leaves other words alone.
#include "compare/sides.h"

namespace palimpsest {

bool causes::capitals::matches(const Difference& d) {
  return !old_side(d).empty() && equal_but_case(old_side(d), new_side(d));
}

std::string causes::capitals::why(const Difference& d) { return changes("the case", d); }

}  // namespace palimpsest
