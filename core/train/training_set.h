// Turns annotated texts into numbered features for the trainer.
#pragma once

#include <cstdint>
#include <vector>

#include "model/lexicon.h"
#include "train/corpus.h"
#include "train/crf_trainer.h"

namespace palimpsest::train {

struct Portion {
  std::vector<AnnotatedText> documents;
  Scheme scheme;
  float weight = 1;
  bool whole = true;  // annotated by hand and as it was written
};

struct NumberedSet {
  TrainingSet set;
  std::vector<std::uint32_t> keys;  // of each feature, ascending
};

/// A text as the tagger reads it, cut into sentences as everywhere.
NameText read_for_names(const std::string& text, const Lexicon& lexicon);

/// Features seen fewer than `least` times are left out.
NumberedSet number_features(const std::vector<Portion>& portions, const Lexicon& lexicon,
                            unsigned least);

}  // namespace palimpsest::train
