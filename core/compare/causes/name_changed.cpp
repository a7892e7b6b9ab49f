// Another name: a person, a country, an organisation.
// Leaves the same name with another title alone, and names in passages that are new as a whole.
#include "compare/sides.h"

namespace palimpsest {
namespace {

bool differ(const Words& x, const Words& y) { return x.text() != y.text(); }

/// Whether a name of `x` is not in `y`.
bool lacks(const Words& x, const Words& y) {
  for (std::uint32_t i = x.first; i < x.last; ++i) {
    if (!x.unit(i).is(Unit::capital) || x.unit(i).is(Unit::sentence) || x.classes(i) != 0) continue;
    bool found = false;
    for (std::uint32_t j = y.first; j < y.last && !found; ++j) found = x.lower(i) == y.lower(j);
    if (!found) return true;
  }
  return false;
}

}  // namespace

bool causes::name_changed::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (x.empty() || y.empty() || x.size() > 12 || y.size() > 12) return false;
  if (is_name(x) && is_name(y)) return differ(bare_name(x), bare_name(y));
  // Names among other words: each text must have one that the other has not.
  return lacks(x, y) && lacks(y, x);
}

std::string causes::name_changed::why(const Difference& d) {
  return changes("who or what is named", d);
}

}  // namespace palimpsest
