// More or other blanks: two spaces for one, a no-break space, a tab, zero-width characters.
// Leaves a blank alone that only one text has: tokenising.cpp.
#include "compare/sides.h"

namespace palimpsest {

bool causes::blanks::matches(const Difference& d) {
  return has_noise(d, Noise::blanks) || has_noise(d, Noise::invisible);
}

std::string causes::blanks::why(const Difference&) { return {}; }

}  // namespace palimpsest
