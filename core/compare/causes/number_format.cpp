// TODO
#include "compare/sides.h"

namespace palimpsest {

bool causes::number_format::matches(const Difference& d) { return (d.hunk.noise & static_cast<std::uint16_t>(Noise::number)) != 0; }

std::string causes::number_format::why(const Difference& d) { (void)d; return {}; }

}  // namespace palimpsest
