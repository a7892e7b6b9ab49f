// Corrections to the infill net: how much likelier or less likely a word is between just these
// neighbours than the net says. The net generalises, these remember ("in order to", "as well as").
//
// A correction stands under a 28-bit hash of its words, so a word sequence without one is taken for
// one with about once in a thousand times.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// The words beside a place, nearest first.
struct InfillNeighbours {
  std::array<std::uint16_t, 2> left{}, right{};
};

/// Which neighbours a correction looks at: bits 0 and 1 for the left ones, nearest first, bits 2
/// and 3 for the right ones.
inline constexpr std::array<std::uint8_t, 5> gram_kinds = {
    0b0001,  // word before
    0b0100,  // word behind
    0b0011,  // two words before
    0b1100,  // two words behind
    0b0101,  // one on each side
};

/// The words that a kind looks at, in four places of 16 bits, 0 where it does not look; all of them
/// 0 if one of them is not known.
std::uint64_t gram_context(std::uint8_t kind, const InfillNeighbours& beside);
std::uint32_t gram_key(std::uint8_t kind, std::uint64_t context, std::uint16_t word);

struct GramEntry {
  std::uint32_t key = 0;
  std::int8_t weight = 0;  // in steps
};

class InfillGrams {
 public:
  static constexpr unsigned key_bits = 28;

  InfillGrams() = default;
  /// `step`: what a weight of 1 is worth, in 1/1024 of the natural logarithm.
  InfillGrams(const std::vector<GramEntry>& entries, std::int32_t step);

  /// A place as each kind of correction looks at it; 0 for what it does not know.
  using Place = std::array<std::uint64_t, gram_kinds.size()>;
  Place place(const InfillNeighbours& beside) const;

  /// The sum of all corrections for a word there, in 1/1024.
  std::int32_t correction(const Place& place, std::uint16_t word) const;

 private:
  std::int32_t find(std::uint32_t key) const;

  std::vector<std::uint32_t> keys_;  // open addressing; key + 1, 0 for empty
  std::vector<std::int8_t> weights_;
  std::vector<bool> may_have_;  // by the low bits of a key: small enough to stay in a fast cache
  std::int32_t step_ = 0;
};

/// The part of a model file; entries in any order, of two with one key the first counts.
std::string write_grams(std::vector<GramEntry> entries, std::int32_t step);
std::optional<std::vector<GramEntry>> read_grams(std::string_view bytes, std::int32_t& step);

}  // namespace palimpsest
