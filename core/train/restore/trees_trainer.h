// Learns boosted trees (Friedman 2001) for yes or no, leaf by leaf, with histograms of the bytes.
#pragma once

#include <cstdint>
#include <vector>

#include "restore/place_weights.h"

namespace palimpsest::train {

struct TreeSettings {
  std::size_t trees = 150, leaves = 20;
  double rate = 0.1;        // of learning
  double least_weight = 8;  // of the examples in a leaf: sum of p (1 - p)
  double keep = 2;          // L2 weight of a leaf
};

struct TreeExamples {
  std::size_t features = 0;
  std::vector<std::uint8_t> rows;  // features bytes each
  std::vector<float> wanted;       // 0 or 1
  std::vector<float> weight;
  std::size_t size() const { return wanted.size(); }
};

Forest learn_trees(const TreeExamples& examples, const TreeSettings& settings);

}  // namespace palimpsest::train
