// TODO
#include "compare/sides.h"

namespace palimpsest {

bool causes::tokenising::matches(const Difference& d) { return (d.hunk.noise & static_cast<std::uint16_t>(Noise::joined)) != 0; }

std::string causes::tokenising::why(const Difference& d) { (void)d; return {}; }

}  // namespace palimpsest
