// The weights of a linear-chain conditional random field: for each feature one row of small whole
// numbers, one for each label; and one for each pair of neighbouring labels. Whole numbers, so that
// sums are the same on every machine and in every order.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace palimpsest {

/// Labels of the chain: 0 is "no name"; 1 + 4 * kind + {0 begin, 1 inside, 2 last, 3 unit}
/// otherwise (BILOU: Ratinov and Roth 2009), kinds in the order of NameLabel.
inline constexpr std::size_t label_kinds = 5;
inline constexpr std::size_t label_count = 1 + 4 * label_kinds;
inline constexpr std::size_t row_width = 24;  // label_count, rounded up so that rows are added fast

using WeightRow = std::array<std::int8_t, row_width>;

/// Features are 24-bit keys; a feature that was never seen is taken for one with weights about once
/// in 150 times.
inline constexpr std::uint32_t feature_bits = 24;

class Weights {
 public:
  Weights() = default;
  /// `keys` strictly ascending, one row for each.
  Weights(const std::vector<std::uint32_t>& keys, std::vector<WeightRow> rows,
          const std::vector<std::int16_t>& transitions, float unit);

  /// True for every feature with a row, and for few others.
  bool may_have(std::uint32_t key) const {
    return !filter_.empty() && (filter_[key >> 9] >> (key >> 3 & 63) & 1) != 0;
  }
  /// The row of a feature, or null.
  const WeightRow* find(std::uint32_t key) const {
    if (!may_have(key)) return nullptr;
    std::size_t at = slot(key);
    while (slots_[at] != 0) {
      if (slots_[at] == key + 1) return &rows_[places_[at]];
      at = (at + 1) & (slots_.size() - 1);
    }
    return nullptr;
  }
  /// Score of `next` behind `previous`.
  std::int32_t transition(std::size_t previous, std::size_t next) const {
    return transitions_[previous * label_count + next];
  }
  /// What a whole number stands for: a weight of 1 counts this much in the exponent.
  float unit() const { return unit_; }
  std::size_t size() const { return rows_.size(); }

 private:
  std::size_t slot(std::uint32_t key) const { return (key * 0x9E3779B1u) >> shift_; }

  std::vector<std::uint64_t> filter_;          // a bit for each eight keys: is one of them here
  std::vector<std::uint32_t> slots_, places_;  // open addressing; key + 1, 0 for empty
  std::vector<WeightRow> rows_;
  std::array<std::int16_t, label_count * label_count> transitions_{};
  float unit_ = 1;
  std::uint32_t shift_ = 31;
};

}  // namespace palimpsest
