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
};

struct NumberedSet {
  TrainingSet set;
  std::vector<std::uint32_t> keys;  // of each feature, ascending
};

/// Features seen fewer than `least` times are left out.
NumberedSet number_features(const std::vector<Portion>& portions, const Lexicon& lexicon,
                            unsigned least);

}  // namespace palimpsest::train
