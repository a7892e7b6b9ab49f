// TODO
#include "compare/sides.h"

namespace palimpsest {

bool causes::paragraph_break::matches(const Difference& d) { return (d.hunk.noise & static_cast<std::uint16_t>(Noise::paragraph)) != 0; }

std::string causes::paragraph_break::why(const Difference& d) { (void)d; return {}; }

}  // namespace palimpsest
