// Other words in the same place, which no other cause explains.
// Leaves nothing alone: it is the last row.
#include "compare/sides.h"

namespace palimpsest {

bool causes::paraphrase::matches(const Difference& d) {
  return old_side(d).size() + new_side(d).size() > 0 || d.hunk.noise == 0;
}

std::string causes::paraphrase::why(const Difference& d) { return changes("the wording", d); }

}  // namespace palimpsest
