// A hyphen, an en dash, an em dash or two hyphens for one another.
// Leaves a dash alone that only one text has.
#include "compare/sides.h"

namespace palimpsest {

bool causes::dash_marks::matches(const Difference& d) { return has_noise(d, Noise::dash); }

std::string causes::dash_marks::why(const Difference&) { return {}; }

}  // namespace palimpsest
