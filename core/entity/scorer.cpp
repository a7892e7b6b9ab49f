// Tested by tests/core/tagger_test.cpp.
#include "entity/scorer.h"

#include <algorithm>

namespace palimpsest {

Scorer::Scorer(const NameText& text, const Weights& weights)
    : text_(text), weights_(weights), sums_(text.words.size() * 5), known_(sums_.size(), 0) {
  for (int offset = -2; offset <= 2; ++offset) {
    features_.clear();
    word_features(edge_word(), offset, features_);
    add(features_, edge_[static_cast<std::size_t>(offset + 2)]);
  }
}

void Scorer::add(std::span<const Feature> features, ScoreRow& row) const {
  // Three loops, so that the waits for memory overlap: half of all time was spent in them.
  constexpr Feature mask = (1u << feature_bits) - 1;
  constexpr std::size_t most = 128;
  std::array<Feature, most> keys;
  std::array<const WeightRow*, most> rows;
  while (!features.empty()) {
    std::size_t some = 0, found = 0;
    for (const Feature f : features.first(std::min(features.size(), most))) {
      keys[some] = f & mask;
      some += weights_.may_have(f & mask) ? 1 : 0;
    }
    for (std::size_t k = 0; k < some; ++k) {
      rows[found] = weights_.find(keys[k]);
      found += rows[found] != nullptr ? 1 : 0;
    }
    for (std::size_t k = 0; k < found; ++k)
      for (std::size_t l = 0; l < row_width; ++l) row[l] += (*rows[k])[l];
    features = features.subspan(std::min(features.size(), most));
  }
}

const ScoreRow& Scorer::word_sum(std::uint32_t word, int offset) {
  const std::size_t at = std::size_t{word} * 5 + static_cast<std::size_t>(offset + 2);
  if (known_[at] == 0) {
    known_[at] = 1;
    features_.clear();
    word_features(text_.words[word], offset, features_);
    add(features_, sums_[at]);
  }
  return sums_[at];
}

void Scorer::score(std::size_t begin, std::size_t end, std::vector<ScoreRow>& rows) {
  rows.assign(end - begin, ScoreRow{});
  for (std::size_t i = begin; i < end; ++i) {
    ScoreRow& row = rows[i - begin];
    for (int offset = -2; offset <= 2; ++offset) {
      const auto at = static_cast<std::ptrdiff_t>(i) + offset;
      const bool inside =
          at >= static_cast<std::ptrdiff_t>(begin) && at < static_cast<std::ptrdiff_t>(end);
      const ScoreRow& sum = inside ? word_sum(text_.word_of[static_cast<std::size_t>(at)], offset)
                                   : edge_[static_cast<std::size_t>(offset + 2)];
      for (std::size_t l = 0; l < row_width; ++l) row[l] += sum[l];
    }
    features_.clear();
    context_features(text_, begin, end, i, features_);
    add(features_, row);
  }
}

void find_in_chain(std::span<const ScoreRow> rows, const Weights& weights, std::uint32_t begin,
                   std::uint32_t chain, std::vector<FoundName>& names) {
  const std::vector<std::uint8_t> labels = best_labels(rows, weights);
  if (std::all_of(labels.begin(), labels.end(), [](std::uint8_t l) { return l == 0; })) return;
  const Marginals marginals(rows, weights);
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == 0) continue;
    const std::uint32_t first = i;
    while (leaves_open(labels[i])) ++i;
    const std::size_t kind = kind_of(labels[first]);
    names.push_back({.first = begin + first,
                     .last = begin + i,
                     .chain = chain,
                     .kind = static_cast<std::uint8_t>(kind),
                     .probability = marginals.name(first, i, kind)});
  }
}

std::vector<FoundName> first_look(const NameText& text, Scorer& scorer, const Weights& weights) {
  std::vector<FoundName> names;
  std::vector<ScoreRow> rows;
  for (std::uint32_t chain = 0; chain < text.units.chains.size(); ++chain) {
    const std::uint32_t begin = text.units.chains[chain], end = text.units.chain_end(chain);
    scorer.score(begin, end, rows);
    find_in_chain(rows, weights, begin, chain, names);
  }
  return names;
}

}  // namespace palimpsest
