// Learns the weights of the chain from units with allowed labels.
//
// The loss is the negative logarithm of the share of all legal sequences that the annotation allows
// (Tsuboi et al. 2008: partial annotation); it is lowered one chain after the other with
// FTRL-proximal (McMahan et al. 2013), whose L1 part leaves most weights at exactly 0. One thread,
// fixed order: the same data and seed give the same weights.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "model/weights.h"

namespace palimpsest::train {

using FloatRow = std::array<float, row_width>;

/// Units in a row with the numbers of their features.
struct TrainingSet {
  struct Chain {
    std::uint32_t begin = 0, end = 0;  // units
    float weight = 1;
  };
  std::vector<Chain> chains;
  std::vector<std::uint64_t> starts{0};  // of each unit's features, one more at the end
  std::vector<std::uint32_t> features;   // 0 to feature_count - 1
  std::vector<std::uint32_t> allowed;    // bits of labels, for each unit
  std::uint32_t feature_count = 0;
  std::vector<FloatRow> base;  // scores of each unit that are not learnt; empty: all 0
};

struct TrainingOptions {
  int epochs = 6;
  float rate = 0.15f;  // alpha of FTRL
  float l1 = 1.0f;     // gradient that a weight must collect before it leaves 0
  float l2 = 0.0f;
  // Share of its features that a unit does without, other ones in each epoch, so that weak evidence
  // is learnt beside strong (Sutton, Sindelar and McCallum 2006).
  float dropped = 0.0f;
  std::uint64_t seed = 1;
  const std::array<FloatRow, row_width>* transitions = nullptr;  // if given, not learnt
};

struct LearntWeights {
  using Row = FloatRow;
  std::vector<Row> rows;  // one for each feature
  std::array<Row, row_width> transitions{};
};

/// `report(epoch, loss for each unit)` is called after each epoch. If `start` is given, training
/// goes on from it, only its weights that are not 0 may change, and L1 is not applied.
LearntWeights train_chain(const TrainingSet& set, const TrainingOptions& options,
                          const std::function<void(int, double)>& report,
                          const LearntWeights* start = nullptr);

}  // namespace palimpsest::train
