// Words that a text has elsewhere, between the same neighbours: names and terms of its own matter
// come back, whether the model knows them well or not (a cache: Kuhn and De Mori 1990).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "restore/infill_words.h"

namespace palimpsest {

struct InfillEcho {
  std::uint16_t word = 0;
  std::uint32_t weight = 0;  // 100: one place with one neighbour the same, no function word
};

/// Echoes of what may have stood at words [first, last), by number. Looks at a stretch of the text
/// around it, so that the time does not grow with the text.
std::vector<InfillEcho> find_echoes(std::span<const InfillWord> words, std::size_t first,
                                    std::size_t last);

}  // namespace palimpsest
