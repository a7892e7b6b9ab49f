// A name that was set in where the other text has nothing, in a text into which names were written.
// Leaves a name alone that is cut from an unharmed text: that is a detail.
#include "compare/sides.h"

namespace palimpsest {

bool causes::inserted_mention::matches(const Difference& d) {
  const Words x = old_side(d);
  return new_side(d).empty() && d.hunk.noise == 0 && is_name(x) && d.evidence.old_is_overwritten();
}

std::string causes::inserted_mention::why(const Difference& d) {
  return "the name " + quoted(old_side(d)) + " was set in; the second text has nothing here";
}

}  // namespace palimpsest
