#include "train/infill/adam.h"

#include <cmath>

#include "model/wide.h"

namespace palimpsest::train {
namespace {

WIDE void update(std::size_t count, float* __restrict weights, float* __restrict gradient,
                 float* __restrict means, float* __restrict squares, float rate) {
  for (std::size_t i = 0; i < count; ++i) {
    const float g = gradient[i];
    const float m = means[i] + 0.1f * (g - means[i]);
    const float s = squares[i] + 0.001f * (g * g - squares[i]);
    gradient[i] = 0, means[i] = m, squares[i] = s;
    weights[i] -= rate * m / (std::sqrt(s) + 1e-5f);
  }
}

}  // namespace

void Adam::step(Matrix& weights, Matrix& gradient, float rate) {
  update(weights.cells.size(), weights.cells.data(), gradient.cells.data(), mean_.cells.data(),
         square_.cells.data(), rate);
}

void Adam::step_row(std::size_t row, Matrix& weights, Matrix& gradient, float rate) {
  update(weights.columns, weights.row(row), gradient.row(row), mean_.row(row), square_.row(row),
         rate);
}

}  // namespace palimpsest::train
