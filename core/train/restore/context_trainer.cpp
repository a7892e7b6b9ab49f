#include "train/restore/context_trainer.h"

#include <algorithm>
#include <cmath>

#include "restore/place_weights.h"
#include "train/restore/random.h"

namespace palimpsest::train {

std::vector<std::int8_t> learn_context(const ContextExamples& examples, double& bias) {
  constexpr std::size_t size = std::size_t{1} << context_bits;
  std::vector<float> weights(size), seen(size, 1.0f);
  const std::size_t count = examples.wanted.size(), n = examples.features;
  double yes = 1;
  for (const std::uint8_t wanted : examples.wanted) yes += wanted;
  bias = std::log(yes / (static_cast<double>(count) - yes + 1));
  std::vector<std::uint32_t> order(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
  constexpr float rate = 0.12f, decay = 2e-6f, pull = 1.2e-5f;
  constexpr int rounds = 4;
  Random random(7);
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    for (const std::uint32_t example : order) {
      const std::uint32_t* row = &examples.rows[example * n];
      float sum = static_cast<float>(bias);
      for (std::size_t f = 0; f < n; ++f) sum += weights[row[f]];
      const float p = 1 / (1 + std::exp(-sum));
      const float slope = p - static_cast<float>(examples.wanted[example]);
      for (std::size_t f = 0; f < n; ++f) {
        float& w = weights[row[f]];
        const float g = slope + decay * w + (w > 0 ? pull : w < 0 ? -pull : 0);
        float& s = seen[row[f]];
        s += g * g;
        w -= rate * g / std::sqrt(s);
      }
    }
  }
  std::vector<std::int8_t> out(size);
  for (std::size_t i = 0; i < size; ++i) {
    const float w = std::round(weights[i] * 16);
    out[i] = static_cast<std::int8_t>(std::clamp(w, -127.0f, 127.0f));
    if (std::abs(w) < 2) out[i] = 0;
  }
  return out;
}

}  // namespace palimpsest::train
