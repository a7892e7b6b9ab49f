// The laws of the design, as one check on one input.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "document/document.h"

namespace palimpsest::tests {

/// Empty if all laws hold on these bytes, else which one does not, in words. `seed` varies the
/// random choices.
std::string broken_law(std::string_view bytes, std::uint32_t seed, const Options& options = {});

}  // namespace palimpsest::tests
