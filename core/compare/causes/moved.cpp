// A passage that stands elsewhere in the other text.
#include "compare/sides.h"

namespace palimpsest {

bool causes::moved::matches(const Difference& d) { return d.hunk.is_move() || d.hunk.moved; }

std::string causes::moved::why(const Difference& d) { (void)d; return {}; }

}  // namespace palimpsest
