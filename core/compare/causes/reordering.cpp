// The same words in another order: "on Friday he left", "he left on Friday".
// Leaves other words alone.
#include "compare/sides.h"

namespace palimpsest {

bool causes::reordering::matches(const Difference& d) {
  return same_units(old_side(d), new_side(d));
}

std::string causes::reordering::why(const Difference& d) {
  return changes("the order of words", d);
}

}  // namespace palimpsest
