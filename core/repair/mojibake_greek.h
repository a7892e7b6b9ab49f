// Greek letters whose last byte was lost. Windows-1252 leaves 81, 8D, 8F, 90 and 9D undefined, and
// CF 81 and CF 8D are ρ and ύ: what the word's other letters are tells which it was.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/mojibake_decoding.h"

namespace palimpsest {

/// A piece that stands as U+FFFD, and the bytes of it that are there: 0xCF, or 0xE1BD.
struct LostGreek {
  std::size_t piece;
  std::uint16_t bytes;
};

/// Settles those that the spelling of their word settles; the others stay. O(pieces).
void settle_greek(std::vector<Piece>& pieces, const std::vector<LostGreek>& lost);

}  // namespace palimpsest
