// Runs of units that both texts have once: where an alignment is certain.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/align.h"

namespace palimpsest {

/// Memory that searches share, so that a thousand small ones allocate once.
class AnchorFinder {
 public:
  /// Sequences of `length` units that occur once in each side of `range`, widened as far as the
  /// sides are equal within it; in order in `b`. Of every 2^`sampling` sequences one is looked at.
  void find(const Version& a, const Version& b, Range range, std::uint32_t length,
            std::uint32_t sampling, Work& work, std::vector<Run>& runs);

 private:
  struct Slot {
    std::uint32_t tag, a, b;
  };
  std::vector<Slot> slots_;
  struct Sample {
    std::uint64_t hash;
    std::uint32_t at;
  };
  void sample(const std::uint64_t* keys, std::uint32_t count, std::uint32_t length,
              std::uint32_t sampling);
  std::vector<Sample> samples_;  // the first `sampled_` of them
  std::size_t sampled_ = 0;
  std::vector<std::uint32_t> hits_;
};

/// The heaviest subset of `runs` that is in order in both texts, overlaps cut off; weight is that
/// of the units in `a`. Heaviest increasing subsequence with a Fenwick tree: O(r log r).
void keep_heaviest_chain(const Version& a, std::vector<Run>& runs);

}  // namespace palimpsest
