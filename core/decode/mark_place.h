// Where the marks outside ASCII stand in written text: how likely one is between two neighbours.
#pragma once

#include <cstdint>

namespace palimpsest {

/// What a neighbour of a character is.
enum class Neighbour : std::uint8_t { edge, lower, upper, digit, opening, closing, box, other };
Neighbour neighbour(char32_t code);

/// Natural logarithm of how often a character outside ASCII that is no letter is `code` and stands
/// between these two; `goes_on`: behind a blank follows a small letter. Rough: an order of
/// magnitude between right and wrong places is what counts.
double mark_log(char32_t code, Neighbour before, Neighbour after, bool goes_on);

}  // namespace palimpsest
