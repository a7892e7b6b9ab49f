// Counts which corrections to the net may be worth their place: how much likelier a word is between
// just these neighbours than between fewer of them (n-gram models with absolute discounting: Ney,
// Essen and Kneser 1994), read forwards, backwards and from both sides.
#pragma once

#include <cstdint>
#include <vector>

#include "restore/infill_grams.h"
#include "train/infill/net_trainer.h"

namespace palimpsest::train {

struct GramOptions {
  std::size_t kept = 1'000'000;
  // What is added of the logarithm of each ratio: the net says part of it already.
  float pair_share = 0.15f, triple_share = 0.25f;
};

/// A word between the neighbours that a kind looks at, in numbers of the corpus.
struct CountedGram {
  std::uint64_t context = 0;  // see gram_words
  std::uint16_t word = 0;
  std::uint8_t kind = 0;
  float weight = 0;  // natural logarithm
};

/// The words beside c[0] that a kind looks at, 16 bits each, the nearest in the lowest.
std::uint64_t gram_words(std::uint8_t kind, const std::uint16_t* c);
/// Whether none of them is written over.
bool knows_context(std::uint8_t kind, const std::uint16_t* c);

/// Of the part of the corpus that is counted. `guessed`: words below it are.
std::vector<CountedGram> count_grams(const NetCorpus& corpus, std::uint16_t guessed,
                                     const GramOptions& options);

/// As the model file holds them. `numbers`: for each word of the corpus its number in the file;
/// `step`: what a weight of 1 is worth there, in 1/1024.
std::vector<GramEntry> write_counted(const std::vector<CountedGram>& grams,
                                     const std::vector<std::uint16_t>& numbers, std::int32_t step);

}  // namespace palimpsest::train
