// Scores of labels at the units of a text, and the names of the best sequence.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "entity/features.h"
#include "entity/label_chain.h"
#include "model/weights.h"

namespace palimpsest {

struct FoundName {
  std::uint32_t first = 0, last = 0;  // units, both in the name
  std::uint32_t chain = 0;
  std::uint8_t kind = 0;  // as in NameLabel
  float probability = 0;
};

/// Scores the units of one text. What hangs on a word alone is summed once for each distinct word
/// and place. The text and the weights must outlive it.
class Scorer {
 public:
  Scorer(const NameText& text, const Weights& weights);

  /// Scores of the units from `begin` to `end`, a whole chain.
  void score(std::size_t begin, std::size_t end, std::vector<ScoreRow>& rows);
  /// Adds the rows of more features to one unit's scores.
  void add(std::span<const Feature> features, ScoreRow& row) const;

 private:
  const ScoreRow& word_sum(std::uint32_t word, int offset);

  const NameText& text_;
  const Weights& weights_;
  std::vector<ScoreRow> sums_;
  std::vector<std::uint8_t> known_;
  std::array<ScoreRow, 5> edge_{};
  std::vector<Feature> features_;
};

/// The names of the best sequence of labels, with their probabilities; units count from `begin`.
void find_in_chain(std::span<const ScoreRow> rows, const Weights& weights, std::uint32_t begin,
                   std::uint32_t chain, std::vector<FoundName>& names);

/// The names of a text, chain by chain, each sentence for itself.
std::vector<FoundName> first_look(const NameText& text, Scorer& scorer, const Weights& weights);

}  // namespace palimpsest
