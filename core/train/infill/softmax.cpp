#include "train/infill/softmax.h"

#include <algorithm>

#include "model/wide.h"
#include "train/infill/numbers.h"

namespace palimpsest::train {
namespace {

// Sixteen sums, added up at the end: the same order however wide the registers are.
constexpr std::size_t lanes = 16;

WIDE void powers(const float* __restrict scores, std::size_t count, float most,
                 float* __restrict to) {
  for (std::size_t j = 0; j < count; ++j) to[j] = power_of_e(scores[j] - most);
}

WIDE float sum_of(const float* values, std::size_t count) {
  float sums[lanes] = {};
  for (std::size_t j = 0; j < count; j += lanes)
    for (std::size_t k = 0; k < lanes; ++k) sums[k] += values[j + k];
  float sum = 0;
  for (const float s : sums) sum += s;
  return sum;
}

WIDE float most_of(const float* values, std::size_t count) {
  float most[lanes];
  std::copy_n(values, lanes, most);
  for (std::size_t j = lanes; j < count; j += lanes)
    for (std::size_t k = 0; k < lanes; ++k)
      most[k] = most[k] < values[j + k] ? values[j + k] : most[k];
  return *std::max_element(most, most + lanes);
}

WIDE void scale(float* values, std::size_t count, float by) {
  for (std::size_t j = 0; j < count; ++j) values[j] *= by;
}

}  // namespace

float softmax_loss(const float* scores, std::size_t count, std::size_t target, float share,
                   float* gradient) {
  const float most = most_of(scores, count);
  powers(scores, count, most, gradient);
  const float sum = sum_of(gradient, count);
  scale(gradient, count, share / sum);
  gradient[target] -= share;
  return natural_log(sum) - (scores[target] - most);
}

}  // namespace palimpsest::train
