// TODO
#include "compare/sides.h"

namespace palimpsest {

bool causes::quote_marks::matches(const Difference& d) { return (d.hunk.noise & static_cast<std::uint16_t>(Noise::quote)) != 0; }

std::string causes::quote_marks::why(const Difference& d) { (void)d; return {}; }

}  // namespace palimpsest
