// How a candidate sits between its neighbours: numbers of the weights that say whether such a name
// was written there by its author or over other words.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "restore/candidates.h"
#include "restore/place_weights.h"

namespace palimpsest {

/// What kind of thing the candidate names, as far as its words tell.
enum class ContextLook : std::uint8_t {
  person,
  surname,
  place,
  organisation,
  people,
  the_noun,
  noun,
  other
};

ContextLook look_of(const DamagedText& text, const Cells& cells, const Candidate& candidate);

/// Numbers below 2^context_bits; of the left side alone, of the right side alone, of both.
struct ContextFeatures {
  std::vector<std::uint32_t> left, right, both;
};
void find_context(const Cells& cells, const Candidate& candidate, ContextLook look,
                  ContextFeatures& features);

}  // namespace palimpsest
