// Another modal verb, or one that only one text has: "may" for "will", "should" for "must".
// Leaves passages alone that are new as a whole.
#include "compare/sides.h"

namespace palimpsest {
namespace {

/// The first modal of the words, by key; "may" with a capital inside a sentence is a month or a
/// name.
std::uint64_t modals(const Words& words) {
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (words.is(i, UnitClass::modal) &&
        (!words.unit(i).is(Unit::capital) || words.unit(i).is(Unit::sentence)))
      return words.lower(i);
  return 0;
}

}  // namespace

bool causes::modality::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (d.hunk.noise != 0 || x.size() > 4 || y.size() > 4) return false;
  return (x.any(UnitClass::modal) || y.any(UnitClass::modal)) && modals(x) != modals(y);
}

std::string causes::modality::why(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (x.empty() || y.empty()) return changes("the verb", d);
  return "what is said to be so changes from " + quoted(x) + " to " + quoted(y);
}

}  // namespace palimpsest
