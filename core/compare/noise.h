// What kind of noise makes units with equal keys, or the blanks between them, differ.
#pragma once

#include <cstdint>
#include <string_view>

#include "compare/cause.h"
#include "compare/version.h"

namespace palimpsest {

/// Bits of Noise.
std::uint16_t noise_of_blanks(std::string_view before, std::string_view after);
std::uint16_t noise_of_units(const Version& a, std::uint32_t i, const Version& b, std::uint32_t j);

}  // namespace palimpsest
