// Products of dense matrices for the training of the infill net. Each element is summed in one
// order whatever the machine's vectors are wide, so that every machine learns the same weights.
#pragma once

#include <cstddef>
#include <vector>

namespace palimpsest::train {

/// Row by row; `columns` is a multiple of 16.
struct Matrix {
  std::size_t rows = 0, columns = 0;
  std::vector<float> cells;

  Matrix() = default;
  Matrix(std::size_t r, std::size_t c) : rows(r), columns(c), cells(r * c, 0.f) {}
  float* row(std::size_t i) { return cells.data() + i * columns; }
  const float* row(std::size_t i) const { return cells.data() + i * columns; }
};

/// c += a b; c.rows is a multiple of 4.
void add_product(const Matrix& a, const Matrix& b, Matrix& c);
/// Into `out`, which has the size.
void transpose(const Matrix& in, Matrix& out);

}  // namespace palimpsest::train
