// Numbers in digits and in words: "4,000", "2.5 million", "two and a half million", "twenty-one",
// "half a dozen", "5 1/2", "hundreds of thousands".
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "entity/decimal.h"
#include "entity/terms.h"

namespace palimpsest {

struct Numeral {
  std::size_t end = 0;           // the term behind it
  std::optional<Decimal> value;  // none: "several hundred", "two-thirds", "millions"
  int power = 0;                 // of ten, of a thousand or more that stands last
  bool in_words = false;         // no digits
  bool vague = false;            // "millions", "several hundred"
  bool article = false;          // "a", then hundred, dozen, million
};

/// The longest number that begins at the term `i`. Of "5m", the "m" belongs to it only with
/// `short_scales`: it is a million with money and a metre elsewhere. O(length).
std::optional<Numeral> read_numeral(const Terms& terms, std::size_t i, bool short_scales = false);

}  // namespace palimpsest
