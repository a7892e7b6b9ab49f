// Tested by tests/core/tagger_test.cpp against all sequences of short chains.
#include "entity/label_chain.h"

#include <algorithm>
#include <limits>

#include "model/hash.h"

namespace palimpsest {
namespace {

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::min() / 2;

struct Legal {
  std::array<std::uint8_t, label_count> before{};  // labels that may stand before
  std::size_t count = 0;
};

/// Of each label the labels that may stand before it: 11 before one that begins, 2 before one that
/// goes on.
constexpr std::array<Legal, label_count> legal = [] {
  std::array<Legal, label_count> all{};
  for (std::size_t l = 0; l < label_count; ++l)
    for (std::size_t b = 0; b < label_count; ++b)
      if (may_follow(b, l)) all[l].before[all[l].count++] = static_cast<std::uint8_t>(b);
  return all;
}();

}  // namespace

float exp_of(float x) {
  if (!(x > -80.0f)) return 0.0f;
  // 2^(x / ln 2) = 2^whole * 2^part with part in [-0.5, 0.5].
  const float y = x * 1.44269504f;
  const auto whole = static_cast<std::int32_t>(y - 0.5f);
  const float r = (y - static_cast<float>(whole)) * 0.693147181f;
  float sum = 1.0f + r * (1.0f / 6.0f);
  sum = 1.0f + r * (1.0f / 5.0f) * sum;
  sum = 1.0f + r * (1.0f / 4.0f) * sum;
  sum = 1.0f + r * (1.0f / 3.0f) * sum;
  sum = 1.0f + r * (1.0f / 2.0f) * sum;
  sum = 1.0f + r * sum;
  return sum * same_bits<float>(static_cast<std::uint32_t>(whole + 127) << 23);
}

std::vector<std::uint8_t> best_labels(std::span<const ScoreRow> scores, const Weights& weights) {
  const std::size_t size = scores.size();
  std::vector<std::uint8_t> labels(size, 0);
  if (size == 0) return labels;
  std::vector<std::array<std::uint8_t, label_count>> from(size);
  std::array<std::int32_t, label_count> best{}, next{};
  for (std::size_t l = 0; l < label_count; ++l) best[l] = may_begin(l) ? scores[0][l] : never;
  for (std::size_t i = 1; i < size; ++i) {
    for (std::size_t l = 0; l < label_count; ++l) {
      std::int32_t top = never;
      std::uint8_t where = 0;
      for (std::size_t k = 0; k < legal[l].count; ++k) {
        const std::uint8_t b = legal[l].before[k];
        const std::int32_t sum = best[b] + weights.transition(b, l);
        if (sum > top) top = sum, where = b;
      }
      next[l] = std::max(top + scores[i][l], never);
      from[i][l] = where;
    }
    best = next;
  }
  std::size_t last = 0;
  for (std::size_t l = 0; l < label_count; ++l)
    if (may_end(l) && best[l] > best[last]) last = l;
  for (std::size_t i = size; i-- > 0;) {
    labels[i] = static_cast<std::uint8_t>(last);
    last = from[i][last];
  }
  return labels;
}

Marginals::Marginals(std::span<const ScoreRow> scores, const Weights& weights)
    : emission_(scores.size()),
      forward_(scores.size()),
      backward_(scores.size()),
      scale_(scores.size()) {
  const std::size_t size = scores.size();
  for (std::size_t b = 0; b < label_count; ++b)
    for (std::size_t l = 0; l < label_count; ++l)
      if (may_follow(b, l)) {
        // Against the largest possible 16-bit weight, so that exp_of gets no positive number.
        const auto t = static_cast<float>(weights.transition(b, l));
        const float x = t * weights.unit();
        step_[b][l] = x > 0 ? 1.0f / exp_of(-x) : exp_of(x);
      }
  for (std::size_t i = 0; i < size; ++i) {
    const std::int32_t top = *std::max_element(scores[i].begin(), scores[i].begin() + label_count);
    for (std::size_t l = 0; l < label_count; ++l)
      emission_[i][l] = exp_of(static_cast<float>(scores[i][l] - top) * weights.unit());
  }
  for (std::size_t i = 0; i < size; ++i) {
    float sum = 0;
    for (std::size_t l = 0; l < label_count; ++l) {
      float in = 0;
      if (i == 0) {
        in = may_begin(l) ? 1.0f : 0.0f;
      } else {
        for (std::size_t k = 0; k < legal[l].count; ++k)
          in += forward_[i - 1][legal[l].before[k]] * step_[legal[l].before[k]][l];
      }
      forward_[i][l] = in * emission_[i][l];
      sum += forward_[i][l];
    }
    scale_[i] = sum > 0 ? sum : 1.0f;
    for (std::size_t l = 0; l < label_count; ++l) forward_[i][l] /= scale_[i];
  }
  for (std::size_t i = size; i-- > 0;) {
    if (i + 1 == size) {
      for (std::size_t l = 0; l < label_count; ++l) backward_[i][l] = may_end(l) ? 1.0f : 0.0f;
      continue;
    }
    backward_[i].fill(0);
    for (std::size_t l = 0; l < label_count; ++l) {
      const float out = emission_[i + 1][l] * backward_[i + 1][l] / scale_[i + 1];
      for (std::size_t k = 0; k < legal[l].count; ++k)
        backward_[i][legal[l].before[k]] += step_[legal[l].before[k]][l] * out;
    }
  }
  // The last forward row also holds sequences that end inside a name; take them off the total.
  if (size > 0) {
    float ended = 0;
    for (std::size_t l = 0; l < label_count; ++l)
      if (may_end(l)) ended += forward_[size - 1][l];
    const float up = ended > 0 ? 1.0f / ended : 1.0f;
    for (Row& row : backward_)
      for (float& b : row) b *= up;
  }
}

float Marginals::label(std::size_t unit, std::size_t l) const {
  return forward_[unit][l] * backward_[unit][l];
}

float Marginals::name(std::size_t first, std::size_t last, std::size_t kind) const {
  if (first == last) return label(first, label_of(kind, Place::unit));
  std::size_t l = label_of(kind, Place::begin);
  float p = forward_[first][l];
  for (std::size_t i = first + 1; i <= last; ++i) {
    const std::size_t next = label_of(kind, i == last ? Place::last : Place::inside);
    p = p * step_[l][next] * emission_[i][next] / scale_[i];
    l = next;
  }
  return std::min(1.0f, p * backward_[last][l]);
}

}  // namespace palimpsest
