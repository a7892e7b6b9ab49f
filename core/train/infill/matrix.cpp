#include "train/infill/matrix.h"

#include <algorithm>
#include <cstring>

#include "model/wide.h"

namespace palimpsest::train {
namespace {

using Lanes = float __attribute__((vector_size(64), aligned(4)));

/// Four rows of c, `width` times 16 columns.
template <int width>
inline __attribute__((always_inline)) void block(const float* a, std::size_t stride_a,
                                                 const float* b, std::size_t stride_b, float* c,
                                                 std::size_t stride_c, std::size_t depth) {
  Lanes sum[4][width];
  for (int r = 0; r < 4; ++r)
    for (int w = 0; w < width; ++w)
      std::memcpy(&sum[r][w], c + static_cast<std::size_t>(r) * stride_c + 16 * w, 64);
  for (std::size_t k = 0; k < depth; ++k) {
    Lanes line[width];
    for (int w = 0; w < width; ++w) std::memcpy(&line[w], b + k * stride_b + 16 * w, 64);
    for (int r = 0; r < 4; ++r) {
      const float x = a[static_cast<std::size_t>(r) * stride_a + k];
      for (int w = 0; w < width; ++w) sum[r][w] += x * line[w];
    }
  }
  for (int r = 0; r < 4; ++r)
    for (int w = 0; w < width; ++w)
      std::memcpy(c + static_cast<std::size_t>(r) * stride_c + 16 * w, &sum[r][w], 64);
}

WIDE void product(const float* a, std::size_t stride_a, const float* b, float* c, std::size_t rows,
                  std::size_t depth, std::size_t columns) {
  // A strip of b that fits the first cache, all rows over it.
  constexpr std::size_t deep = 128;
  for (std::size_t k = 0; k < depth; k += deep) {
    const std::size_t n = std::min(deep, depth - k);
    std::size_t j = 0;
    for (; j + 64 <= columns; j += 64)
      for (std::size_t i = 0; i < rows; i += 4)
        block<4>(a + i * stride_a + k, stride_a, b + k * columns + j, columns, c + i * columns + j,
                 columns, n);
    for (; j < columns; j += 16)
      for (std::size_t i = 0; i < rows; i += 4)
        block<1>(a + i * stride_a + k, stride_a, b + k * columns + j, columns, c + i * columns + j,
                 columns, n);
  }
}

}  // namespace

void add_product(const Matrix& a, const Matrix& b, Matrix& c) {
  product(a.cells.data(), a.columns, b.cells.data(), c.cells.data(), c.rows, a.columns, c.columns);
}

void transpose(const Matrix& in, Matrix& out) {
  for (std::size_t i = 0; i < in.rows; i += 16)
    for (std::size_t j = 0; j < in.columns; j += 16)
      for (std::size_t r = i; r < std::min(i + 16, in.rows); ++r)
        for (std::size_t c = j; c < std::min(j + 16, in.columns); ++c)
          out.cells[c * in.rows + r] = in.cells[r * in.columns + c];
}

}  // namespace palimpsest::train
