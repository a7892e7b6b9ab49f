// Words that only the second text has and that make no statement of their own.
// Leaves single linking words alone: other words.
#include "compare/sides.h"

namespace palimpsest {

bool causes::detail_added::matches(const Difference& d) {
  const Words y = new_side(d);
  return old_side(d).empty() && d.hunk.noise == 0 && !y.empty() &&
         !(y.size() == 1 && y.any(UnitClass::filler));
}

std::string causes::detail_added::why(const Difference& d) {
  return "the second text adds " + quoted(new_side(d));
}

}  // namespace palimpsest
