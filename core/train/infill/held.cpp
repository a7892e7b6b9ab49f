#include "train/infill/held.h"

#include <algorithm>

#include "restore/infill_words.h"
#include "train/infill/softmax.h"

namespace palimpsest::train {

HeldScore score_held(const NetWeights& net, const NetCorpus& held, GramTrainer* grams,
                     std::size_t samples) {
  constexpr std::size_t batch = 256;
  constexpr std::uint16_t frequent = InfillVocabulary::special_count + 600;
  const NetShape& n = net.shape;
  Dice dice(7);
  std::vector<std::vector<std::uint16_t>> contexts(batch,
                                                   std::vector<std::uint16_t>(2 * n.bag + 1));
  std::vector<std::uint16_t> targets(batch);
  std::vector<float> gradient(n.padded_outputs());
  Matrix scores;
  double loss = 0;
  std::size_t asked = 0, right = 0, done = 0;
  for (; done < samples; done += batch) {
    for (std::size_t b = 0; b < batch; ++b) {
      const std::uint32_t which = dice.below(static_cast<std::uint32_t>(held.places.size()));
      targets[b] = held.outputs[which];
      draw_context(held, held.places[which], n.bag, 0.06f, dice, contexts[b]);
    }
    run_net(net, contexts, scores);
    for (std::size_t b = 0; b < batch; ++b) {
      float* row = scores.row(b);
      if (grams != nullptr) grams->add(b, contexts[b].data() + n.bag, row);
      loss += softmax_loss(row, n.padded_outputs(), targets[b], 1, gradient.data());
      if (targets[b] < InfillVocabulary::special_count || targets[b] >= frequent) continue;
      ++asked;
      right += std::max_element(row, row + n.outputs) == row + targets[b];
    }
  }
  return {loss / static_cast<double>(done),
          100 * static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(1, asked))};
}

}  // namespace palimpsest::train
