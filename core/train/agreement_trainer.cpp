#include "train/agreement_trainer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "entity/scorer.h"
#include "entity/second_look.h"
#include "train/compact.h"

namespace palimpsest::train {
namespace {

constexpr std::size_t halves = 2;

/// Every second document of those that are long enough to agree with themselves.
std::vector<Portion> half(const std::vector<Portion>& portions, std::size_t which) {
  std::vector<Portion> some;
  for (const Portion& p : portions) {
    Portion q{.documents = {}, .scheme = p.scheme, .weight = p.weight};
    for (std::size_t i = which; i < p.documents.size(); i += halves)
      q.documents.push_back(p.documents[i]);
    some.push_back(std::move(q));
  }
  return some;
}

Weights learn_half(const std::vector<Portion>& portions, const Lexicon& lexicon,
                   const TrainingOptions& options, float unit) {
  const NumberedSet numbered = number_features(portions, lexicon, 2);
  TrainingOptions fast = options;
  fast.epochs = 3;
  const LearntWeights learnt = train_chain(numbered.set, fast, [](int, double) {});
  ModelContents contents;
  quantise(learnt, numbered.keys, unit, contents);
  return {contents.keys, std::move(contents.rows), contents.transitions, contents.unit};
}

/// Gathers units with the scores of a first look and the features of the second.
class Gathered {
 public:
  void add(const Portion& portion, const Lexicon& lexicon, const Weights& weights) {
    std::vector<ScoreRow> rows;
    std::vector<Feature> features;
    for (const AnnotatedText& d : portion.documents) {
      const NameText text = read_for_names(d.text, lexicon);
      if (text.units.chains.size() < least_chains) continue;
      const std::vector<std::uint32_t> allowed = allowed_labels(d, text, portion.scheme);
      Scorer scorer(text, weights);
      const Agreement agreement(text, first_look(text, scorer, weights));
      for (std::size_t chain = 0; chain < text.units.chains.size(); ++chain) {
        const std::uint32_t begin = text.units.chains[chain], end = text.units.chain_end(chain);
        scorer.score(begin, end, rows);
        const auto base = static_cast<std::uint32_t>(set_.allowed.size());
        set_.chains.push_back({base, base + end - begin, portion.weight});
        for (std::uint32_t i = begin; i < end; ++i) {
          FloatRow row{};
          for (std::size_t l = 0; l < label_count; ++l)
            row[l] = static_cast<float>(rows[i - begin][l]) * weights.unit();
          set_.base.push_back(row);
          set_.allowed.push_back(allowed[i]);
          features.clear();
          agreement.features(i, features);
          for (const Feature f : features) set_.features.push_back(number(f));
          set_.starts.push_back(set_.features.size());
        }
      }
    }
  }
  TrainingSet& set() {
    set_.feature_count = static_cast<std::uint32_t>(keys_.size());
    return set_;
  }
  const std::vector<std::uint32_t>& keys() const { return keys_; }

 private:
  std::uint32_t number(Feature f) {
    const std::uint32_t key = f & ((1u << feature_bits) - 1);
    const auto [at, is_new] = numbers_.try_emplace(key, static_cast<std::uint32_t>(keys_.size()));
    if (is_new) keys_.push_back(key);
    return at->second;
  }
  TrainingSet set_;
  std::map<std::uint32_t, std::uint32_t> numbers_;
  std::vector<std::uint32_t> keys_;
};

}  // namespace

void learn_agreement(const std::vector<Portion>& portions, const Lexicon& lexicon,
                     const std::array<FloatRow, row_width>& transitions,
                     const TrainingOptions& options, ModelContents& contents) {
  Gathered gathered;
  for (std::size_t h = 0; h < halves; ++h) {
    const Weights weights = learn_half(half(portions, h), lexicon, options, contents.unit);
    for (const Portion& p : half(portions, 1 - h)) gathered.add(p, lexicon, weights);
  }
  TrainingOptions second = options;
  second.epochs = 4;
  second.dropped = 0;
  second.transitions = &transitions;
  const LearntWeights learnt = train_chain(gathered.set(), second, [](int epoch, double loss) {
    std::printf("second look, epoch %d  loss %.5f\n", epoch, loss);
  });
  std::map<std::uint32_t, WeightRow> all;
  for (std::size_t i = 0; i < contents.keys.size(); ++i) all[contents.keys[i]] = contents.rows[i];
  ModelContents own;
  quantise(learnt, gathered.keys(), contents.unit, own);
  for (std::size_t i = 0; i < own.keys.size(); ++i) all[own.keys[i]] = own.rows[i];
  contents.keys.clear();
  contents.rows.clear();
  for (const auto& [key, row] : all) {
    contents.keys.push_back(key);
    contents.rows.push_back(row);
  }
}

}  // namespace palimpsest::train
