// Makes learnt weights small: only the largest are kept, as small whole numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "model/model_file.h"
#include "train/crf_trainer.h"

namespace palimpsest::train {

/// All but the `most` largest weights of the rows become 0. Ties go to lower feature numbers.
void prune(LearntWeights& weights, std::size_t most);

/// Fills `keys`, `rows`, `transitions` and `unit`; rows without a weight are left out.
void quantise(const LearntWeights& weights, const std::vector<std::uint32_t>& keys, float unit,
              ModelContents& contents);

}  // namespace palimpsest::train
