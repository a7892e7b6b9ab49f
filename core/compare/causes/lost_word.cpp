// One word that only the second text has: copies of texts lose words.
// Leaves words alone that a writer adds to link sentences ("also", "however"), and longer
// additions.
#include "compare/sides.h"

namespace palimpsest {

bool causes::lost_word::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return x.empty() && y.size() == 1 && d.hunk.noise == 0 && y.unit(y.first).is(Unit::word) &&
         !y.any(UnitClass::filler);
}

std::string causes::lost_word::why(const Difference& d) {
  return quoted(new_side(d)) + " is missing in the first text";
}

}  // namespace palimpsest
