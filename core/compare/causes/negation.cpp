// A negation that only one text has: "not", "never", "no", "n't".
// Leaves "do not" for "don't" alone, and negations inside longer passages that are new as a whole.
#include "compare/sides.h"

namespace palimpsest {

bool causes::negation::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (d.hunk.noise != 0 || x.size() > 6 || y.size() > 6) return false;
  if (!x.any(UnitClass::negation) && !y.any(UnitClass::negation)) return false;
  const auto negations = [](const Words& words) {
    std::uint32_t count = 0;
    for (std::uint32_t i = words.first; i < words.last; ++i)
      count += words.is(i, UnitClass::negation);
    return count;
  };
  return negations(x) != negations(y);
}

std::string causes::negation::why(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (x.empty()) return quoted(y) + " is added: the statement is turned around";
  if (y.empty()) return quoted(x) + " is left out: the statement is turned around";
  return "the negation changes from " + quoted(x) + " to " + quoted(y);
}

}  // namespace palimpsest
