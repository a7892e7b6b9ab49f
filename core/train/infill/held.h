// How well the net and its corrections tell words of texts that were not learnt from.
#pragma once

#include "train/infill/gram_trainer.h"
#include "train/infill/net_trainer.h"

namespace palimpsest::train {

struct HeldScore {
  double loss = 0;   // of all outputs
  double right = 0;  // per cent of the first 600 words and marks
};
HeldScore score_held(const NetWeights& net, const NetCorpus& held, GramTrainer* grams,
                     std::size_t samples);

}  // namespace palimpsest::train
