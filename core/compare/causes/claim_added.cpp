// A sentence, or a clause with its verb, that only the second text has.
// Leaves additions without a verb alone: details.
#include "compare/sides.h"

namespace palimpsest {

bool causes::claim_added::matches(const Difference& d) {
  return old_side(d).empty() && d.hunk.noise == 0 && is_claim(new_side(d));
}

std::string causes::claim_added::why(const Difference& d) {
  return "the second text adds " + quoted(new_side(d));
}

}  // namespace palimpsest
