// A sentence, or a clause with its verb, that only the first text has.
// Leaves what is cut without a verb alone: details.
#include "compare/sides.h"

namespace palimpsest {

bool causes::claim_removed::matches(const Difference& d) {
  return new_side(d).empty() && d.hunk.noise == 0 && is_claim(old_side(d));
}

std::string causes::claim_removed::why(const Difference& d) {
  return "the second text leaves out " + quoted(old_side(d));
}

}  // namespace palimpsest
