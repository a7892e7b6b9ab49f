// TODO
#include "compare/sides.h"

namespace palimpsest {

bool causes::mojibake::matches(const Difference& d) { return (d.hunk.noise & static_cast<std::uint16_t>(Noise::mojibake)) != 0; }

std::string causes::mojibake::why(const Difference& d) { (void)d; return {}; }

}  // namespace palimpsest
