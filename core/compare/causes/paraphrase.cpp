// TODO
#include "compare/sides.h"

namespace palimpsest {

bool causes::paraphrase::matches(const Difference& d) { return true || d.hunk.noise == 0; }

std::string causes::paraphrase::why(const Difference& d) { (void)d; return {}; }

}  // namespace palimpsest
