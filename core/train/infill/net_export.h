// The learnt net in whole numbers, as the model file holds it.
#pragma once

#include "restore/infill_net.h"
#include "train/infill/net_trainer.h"

namespace palimpsest::train {

/// The most that a weight of each part may be, either side of 0: what is spent on them.
struct NetLevels {
  int words = 7, hidden = 31, second = 63, output = 31;
};

/// `numbers`: for each word of the file, its row in the net.
InfillNetContents export_net(const NetWeights& net, const std::vector<std::uint16_t>& numbers,
                             const NetLevels& levels);

}  // namespace palimpsest::train
