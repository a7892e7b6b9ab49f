// Learns the corrections to the net by counting: how much likelier a word is between just these
// neighbours than between fewer of them (n-gram models with absolute discounting: Ney, Essen and
// Kneser 1994), read forwards, backwards and from both sides.
#pragma once

#include <cstdint>
#include <vector>

#include "restore/infill_grams.h"
#include "train/infill/net_trainer.h"

namespace palimpsest::train {

struct GramOptions {
  std::size_t kept = 230'000;
  std::int32_t step = 100;  // of a weight, in 1/1024
  // What is added of the logarithm of each ratio: the net says part of it already.
  float pair_share = 0.15f, triple_share = 0.25f;
};

/// `numbers`: for each word of the corpus its number in the file. `guessed`: words below it are
/// guessed.
std::vector<GramEntry> count_grams(const NetCorpus& corpus,
                                   const std::vector<std::uint16_t>& numbers, std::uint16_t guessed,
                                   const GramOptions& options);

}  // namespace palimpsest::train
