// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/choice.h"

#include <algorithm>
#include <array>

namespace palimpsest {
namespace {

// Least confidence, per cent, for an answer. Dev sets: at these it and they are right four times in
// five. Where every common noun is given more of them can be answered, and wrongly so.
constexpr std::array<int, pronoun_classes> least_found = {0, 45, 58}, least_given = {0, 52, 69};

// exp(-i / 8) in 65536ths: shares are computed in whole numbers, so that they are the same on every
// machine.
constexpr auto shares = [] {
  std::array<std::uint32_t, 96> table{};
  double value = 65536;
  for (auto& entry : table) {
    entry = static_cast<std::uint32_t>(value);
    value *= 0.8824969025845955;  // exp(-1 / 8)
  }
  return table;
}();
constexpr int weight_unit = 32;  // see PronounWeights

}  // namespace

PronounClass class_of(const Pronoun& p) {
  return p.number != 's' || p.word == "themself" ? PronounClass::they
         : p.gender == 'n'                       ? PronounClass::it
                                                 : PronounClass::he_she;
}

int score_of(const std::vector<Feature>& features, PronounClass c, const PronounWeights& weights) {
  int score = 0;
  for (const Feature feature : features)
    score += weights[static_cast<std::size_t>(c)][static_cast<std::size_t>(feature)];
  return score;
}

/// The best one's share of the choice, per cent.
int share_of_best(const std::vector<int>& scores, int best) {
  std::uint64_t sum = 0;
  for (const int score : scores) {
    const auto step = static_cast<std::size_t>((best - score) / (weight_unit / 8));
    if (step < shares.size()) sum += shares[step];
  }
  return static_cast<int>(std::uint64_t{shares[0]} * 100 / std::max<std::uint64_t>(sum, 1));
}

std::string reason_of(const std::vector<Feature>& features) {
  const auto has = [&](Feature f) {
    return std::find(features.begin(), features.end(), f) != features.end();
  };
  std::string why = has(Feature::ahead) || has(Feature::ahead_other)
                        ? "named right behind it in the same sentence"
                    : has(Feature::subject_here)    ? "the subject earlier in the sentence"
                    : has(Feature::same_sentence)   ? "spoken of earlier in the sentence"
                    : has(Feature::subject_before)  ? "the subject of the sentence before"
                    : has(Feature::sentence_before) ? "spoken of in the sentence before"
                                                    : "spoken of a few sentences before";
  if (has(Feature::gender_agrees)) why += ", and the gender fits";
  if (has(Feature::busiest)) why += "; of all that fit, the one spoken of most";
  return why;
}

bool is_answer(PronounClass c, int share, bool given) {
  return share >= (given ? least_given : least_found)[static_cast<std::size_t>(c)];
}

}  // namespace palimpsest
