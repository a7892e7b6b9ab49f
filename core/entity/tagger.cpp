// Tested by tests/core/tagger_test.cpp.
#include "entity/tagger.h"

#include <algorithm>

#include "entity/features.h"
#include "entity/label_chain.h"
#include "entity/tagger_why.h"

namespace palimpsest {
namespace {

void add_row(ScoreRow& sum, const WeightRow& row) {
  for (std::size_t l = 0; l < row_width; ++l) sum[l] += row[l];
}

/// Scores of the units of one text. What hangs on a word alone is summed once for each distinct
/// word and place.
class Scorer {
 public:
  Scorer(const NameText& text, const Weights& weights)
      : text_(text), weights_(weights), sums_(text.words.size() * 5), known_(sums_.size(), 0) {}

  void score(std::size_t begin, std::size_t end, std::vector<ScoreRow>& rows) {
    rows.assign(end - begin, ScoreRow{});
    for (std::size_t i = begin; i < end; ++i) {
      ScoreRow& row = rows[i - begin];
      for (int offset = -2; offset <= 2; ++offset) {
        const auto at = static_cast<std::ptrdiff_t>(i) + offset;
        const bool inside =
            at >= static_cast<std::ptrdiff_t>(begin) && at < static_cast<std::ptrdiff_t>(end);
        const ScoreRow& sum = inside ? word_sum(text_.word_of[static_cast<std::size_t>(at)], offset)
                                     : edge_sum(offset);
        for (std::size_t l = 0; l < row_width; ++l) row[l] += sum[l];
      }
      features_.clear();
      context_features(text_, begin, end, i, features_);
      look_up(row);
    }
  }

 private:
  const ScoreRow& word_sum(std::uint32_t word, int offset) {
    const std::size_t at = std::size_t{word} * 5 + static_cast<std::size_t>(offset + 2);
    if (known_[at] == 0) {
      known_[at] = 1;
      features_.clear();
      word_features(text_.words[word], offset, features_);
      look_up(sums_[at]);
    }
    return sums_[at];
  }
  const ScoreRow& edge_sum(int offset) {
    const auto at = static_cast<std::size_t>(offset + 2);
    if (!edge_known_[at]) {
      edge_known_[at] = true;
      features_.clear();
      word_features(edge_word(), offset, features_);
      look_up(edge_[at]);
    }
    return edge_[at];
  }
  void look_up(ScoreRow& row) {
    constexpr Feature mask = (1u << feature_bits) - 1;
    for (const Feature f : features_)
      if (const WeightRow* weights = weights_.find(f & mask)) add_row(row, *weights);
  }

  const NameText& text_;
  const Weights& weights_;
  std::vector<ScoreRow> sums_;
  std::vector<std::uint8_t> known_;
  std::array<ScoreRow, 5> edge_{};
  std::array<bool, 5> edge_known_{};
  std::vector<Feature> features_;
};

}  // namespace

std::vector<NameSpan> tag_names(std::string_view text, const Tokens& tokens,
                                std::span<const CleanSpan> sentences, const Model& model) {
  std::vector<NameSpan> names;
  const NameText read = read_name_text(text, tokens, sentences, model.lexicon());
  const Weights& weights = model.weights();
  Scorer scorer(read, weights);
  std::vector<ScoreRow> rows;
  for (std::size_t chain = 0; chain < read.units.chains.size(); ++chain) {
    const std::size_t begin = read.units.chains[chain], end = read.units.chain_end(chain);
    scorer.score(begin, end, rows);
    const std::vector<std::uint8_t> labels = best_labels(rows, weights);
    if (std::ranges::all_of(labels, [](std::uint8_t l) { return l == 0; })) continue;
    const Marginals marginals(rows, weights);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (labels[i] == 0 || goes_on(labels[i])) continue;
      std::size_t last = i;
      while (leaves_open(labels[last])) ++last;
      const std::size_t kind = kind_of(labels[i]);
      names.push_back(
          {.span = {read.units.units[begin + i].span.begin,
                    read.units.units[begin + last].span.end},
           .label = static_cast<NameLabel>(kind),
           .confidence = marginals.name(i, last, kind),
           .why = why_name(text, read, begin, end, begin + i, begin + last, kind, weights)});
      i = last;
    }
  }
  return names;
}

}  // namespace palimpsest
