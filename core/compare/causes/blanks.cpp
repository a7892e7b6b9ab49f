// TODO
#include "compare/sides.h"

namespace palimpsest {

bool causes::blanks::matches(const Difference& d) { return (d.hunk.noise & static_cast<std::uint16_t>(Noise::blanks)) != 0; }

std::string causes::blanks::why(const Difference& d) { (void)d; return {}; }

}  // namespace palimpsest
