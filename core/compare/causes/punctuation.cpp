// Marks that are added, left out or replaced by other marks: a comma, a colon for a dash.
// Leaves marks alone that come with words.
#include "compare/sides.h"

namespace palimpsest {

bool causes::punctuation::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return x.size() + y.size() > 0 && d.hunk.noise == 0 && x.count(Unit::mark) == x.size() &&
         y.count(Unit::mark) == y.size();
}

std::string causes::punctuation::why(const Difference& d) { return changes("the punctuation", d); }

}  // namespace palimpsest
