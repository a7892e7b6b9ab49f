// Learns how much each correction weighs beside the net (a log-linear model over word sequences,
// learnt together with a net: Mikolov et al. 2011). Counting says which corrections may be worth
// their place; what is left of them once the net has had its say is learnt here.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "train/infill/gram_counts.h"

namespace palimpsest::train {

class GramTrainer {
 public:
  explicit GramTrainer(std::vector<CountedGram> grams);

  /// Adds what the sequences around c[0] say to the scores of the words, for row `row` of a batch.
  void add(std::size_t row, const std::uint16_t* c, float* scores);
  /// One step (AdaGrad: Duchi et al. 2011) of the corrections that were added for that row.
  /// `gradient`: `share` times the derivative of the loss by each score.
  void step(std::size_t row, const float* gradient, float share, float rate);

  /// Leaves those that matter most: half of weight² · curvature is about what the loss grows by
  /// without one.
  void keep_best(std::size_t count);

  const std::vector<CountedGram>& grams() const { return grams_; }

 private:
  struct Range {
    std::uint32_t first = 0, last = 0;
  };
  void index();

  std::vector<CountedGram> grams_;  // by kind and context
  std::unordered_map<std::uint64_t, Range> ranges_;
  std::vector<float> squares_, curves_;
  std::vector<std::vector<Range>> hits_;  // of each row of the batch
};

}  // namespace palimpsest::train
