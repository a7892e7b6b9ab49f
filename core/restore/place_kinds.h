// What the places of one text say of each other's kind: a tool that has begun to miss its mentions
// goes on missing them, and misses those of one name alike.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "restore/evidence.h"

namespace palimpsest {

enum class KindEvidence : std::uint8_t {
  own,     // how far the place alone looks drifted: permille / 4, as all of these
  before,  // … the place before it, and the one before that
  before_2,
  behind,
  behind_2,
  same_name,  // … the other places of its text, on average; 128 for none
  all_before,
  all_behind,
  shift,      // the distance that the places nearby agree on
  own_shift,  // … those of its text
  length,     // cells
  doubt,      // how much likelier the infill model finds a fitting pronoun than a name
  count
};
using KindRow = std::array<std::uint8_t, static_cast<std::size_t>(KindEvidence::count)>;

/// A row for each chosen candidate; `drift` says of one alone whether it drifted.
std::vector<KindRow> compare_kinds(const PlaceReading& reading,
                                   const std::vector<std::uint32_t>& chosen, const Forest& drift);

}  // namespace palimpsest
