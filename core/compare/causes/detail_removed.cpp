// Words that only the first text has and that make no statement of their own.
// Leaves single linking words alone: other words.
#include "compare/sides.h"

namespace palimpsest {

bool causes::detail_removed::matches(const Difference& d) {
  const Words x = old_side(d);
  return new_side(d).empty() && d.hunk.noise == 0 && !x.empty() &&
         !(x.size() == 1 && x.any(UnitClass::filler));
}

std::string causes::detail_removed::why(const Difference& d) {
  return "the second text leaves out " + quoted(old_side(d));
}

}  // namespace palimpsest
