// Tested by tests/core/model_test.cpp.
#include "model/weights.h"

#include <algorithm>
#include <bit>

namespace palimpsest {

Weights::Weights(const std::vector<std::uint32_t>& keys, std::vector<WeightRow> rows,
                 const std::vector<std::int16_t>& transitions, float unit)
    : rows_(std::move(rows)), unit_(unit) {
  const std::size_t slots = std::bit_ceil(std::max<std::size_t>(keys.size() * 2, 2));
  shift_ = 32 - static_cast<std::uint32_t>(std::countr_zero(slots));
  slots_.assign(slots, 0);
  places_.assign(slots, 0);
  filter_.assign(std::size_t{1} << (feature_bits - 9), 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    filter_[keys[i] >> 9] |= std::uint64_t{1} << (keys[i] >> 3 & 63);
    std::size_t at = slot(keys[i]);
    while (slots_[at] != 0) at = (at + 1) & (slots - 1);
    slots_[at] = keys[i] + 1;
    places_[at] = static_cast<std::uint32_t>(i);
  }
  std::copy_n(transitions.begin(), std::min(transitions.size(), transitions_.size()),
              transitions_.begin());
}

}  // namespace palimpsest
