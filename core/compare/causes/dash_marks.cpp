// TODO
#include "compare/sides.h"

namespace palimpsest {

bool causes::dash_marks::matches(const Difference& d) { return (d.hunk.noise & static_cast<std::uint16_t>(Noise::dash)) != 0; }

std::string causes::dash_marks::why(const Difference& d) { (void)d; return {}; }

}  // namespace palimpsest
