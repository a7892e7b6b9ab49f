// Makes the word lists of a model out of the lists in a data folder (lexicons/*.tsv).
#pragma once

#include <string>

#include "model/model_file.h"

namespace palimpsest::train {

struct LexiconSizes {
  std::size_t class_words = 80'000;  // the most frequent words that get a class
  std::size_t given_names = 12'000;
  std::size_t surnames = 20'000;
  std::uint64_t city_population = 15'000;  // smaller ones share their names with too many words
};

/// Fills `words`, `phrases` and `countries`. Throws std::runtime_error for a file that is missing.
void read_lexicons(const std::string& folder, const LexiconSizes& sizes, ModelContents& contents);

}  // namespace palimpsest::train
