// What was learnt of places that were written over: how well a name fits between two words, and
// trees that weigh all the evidence. Whole numbers, so that the answer is the same everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace palimpsest {

/// Gradient boosted trees (Friedman 2001) over features of one byte.
struct Forest {
  struct Node {
    std::uint8_t feature = 0, threshold = 0;  // goes left if the feature is at most the threshold
    std::int16_t left = 0, right = 0;         // a node of the tree, or ~leaf
  };
  struct Tree {
    std::uint16_t first_node = 0, first_leaf = 0;
  };
  std::vector<Tree> trees;
  std::vector<Node> nodes;
  std::vector<std::int16_t> leaves;  // 1/256 of a logit
  std::int16_t start = 0;            // logit of nothing known, likewise

  /// 256 times the logit; of what the first third of the trees holds for nearly impossible, what
  /// they say.
  std::int32_t score(const std::uint8_t* features) const;
};

inline constexpr std::uint32_t context_bits = 17;
inline constexpr std::size_t pass_count = 3;

struct PlaceWeights {
  static constexpr std::string_view section = "places";
  std::vector<std::int8_t> context;  // 2^context_bits, 1/16 of a logit; or empty
  std::array<Forest, pass_count> passes;
  Forest drift;   // of a place alone: whether the mention that was meant still stands
  Forest kind;    // … of a place among the others (place_kinds.h)
  Forest single;  // … if so: whether one word was lost, and not more

  bool empty() const { return context.empty(); }
  /// As numbers for a model file, and back; false for what the first did not make.
  std::vector<std::int16_t> pack() const;
  bool unpack(std::span<const std::int16_t> packed);
};

/// 1000 times the logistic function of score / 256, by table. Ascending.
std::int32_t permille(std::int32_t score);

}  // namespace palimpsest
