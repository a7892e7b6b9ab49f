// Steps of Adam (Kingma and Ba 2015) over one matrix.
#pragma once

#include "train/infill/matrix.h"

namespace palimpsest::train {

class Adam {
 public:
  explicit Adam(const Matrix& m) : mean_(m.rows, m.columns), square_(m.rows, m.columns) {}

  /// One step of all weights, or of one row; what was used of the gradient is zero afterwards.
  void step(Matrix& weights, Matrix& gradient, float rate);
  void step_row(std::size_t row, Matrix& weights, Matrix& gradient, float rate);

 private:
  Matrix mean_, square_;
};

}  // namespace palimpsest::train
