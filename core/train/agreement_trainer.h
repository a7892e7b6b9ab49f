// Learns what the second look (entity/second_look.h) may trust: on each half of the texts with what
// a model of the other half found in them, because a model finds nearly everything in its own.
#pragma once

#include <array>
#include <vector>

#include "model/model_file.h"
#include "train/crf_trainer.h"
#include "train/training_set.h"

namespace palimpsest::train {

/// Adds the rows of the second look's features to `contents`, which holds the rest of the model.
void learn_agreement(const std::vector<Portion>& portions, const Lexicon& lexicon,
                     const std::array<FloatRow, row_width>& transitions,
                     const TrainingOptions& options, ModelContents& contents);

}  // namespace palimpsest::train
