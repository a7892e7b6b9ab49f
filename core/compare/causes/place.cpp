// Another place after "in", "at", "near" or "from".
// Leaves persons with a title alone.
#include "compare/sides.h"

namespace palimpsest {

bool causes::place::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return is_name(x) && is_name(y) && has(classes_before(x), UnitClass::place_preposition) &&
         has(classes_before(y), UnitClass::place_preposition) && !x.any(UnitClass::title) &&
         !y.any(UnitClass::title);
}

std::string causes::place::why(const Difference& d) { return changes("the place", d); }

}  // namespace palimpsest
