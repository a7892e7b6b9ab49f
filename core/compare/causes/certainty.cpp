// A word for how sure something is that only one text has: "allegedly", "reportedly", "perhaps".
// Leaves passages alone that are new as a whole.
#include "compare/sides.h"

namespace palimpsest {

bool causes::certainty::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (d.hunk.noise != 0 || x.size() > 4 || y.size() > 4) return false;
  return x.any(UnitClass::certainty) != y.any(UnitClass::certainty);
}

std::string causes::certainty::why(const Difference& d) { return changes("how sure it is", d); }

}  // namespace palimpsest
