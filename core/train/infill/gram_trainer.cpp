#include "train/infill/gram_trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "restore/infill_words.h"

namespace palimpsest::train {
namespace {

std::uint64_t place_of(std::uint8_t kind, std::uint64_t context) {
  return std::uint64_t{kind} << 48 | context;
}

/// Steps are small at first: counting has said about how much a correction weighs.
constexpr float start_square = 1;
constexpr float most_weight = 4;

}  // namespace

GramTrainer::GramTrainer(std::vector<CountedGram> grams) : grams_(std::move(grams)) {
  std::sort(grams_.begin(), grams_.end(), [](const CountedGram& a, const CountedGram& b) {
    const std::uint64_t left = place_of(a.kind, a.context), right = place_of(b.kind, b.context);
    return left != right ? left < right : a.word < b.word;
  });
  squares_.assign(grams_.size(), start_square);
  curves_.assign(grams_.size(), 0);
  index();
}

void GramTrainer::index() {
  ranges_.clear();
  for (std::uint32_t i = 0; i < grams_.size();) {
    std::uint32_t end = i;
    const std::uint64_t place = place_of(grams_[i].kind, grams_[i].context);
    while (end < grams_.size() && place_of(grams_[end].kind, grams_[end].context) == place) ++end;
    ranges_[place] = {i, end};
    i = end;
  }
}

void GramTrainer::add(std::size_t row, const std::uint16_t* c, float* scores) {
  if (hits_.size() <= row) hits_.resize(row + 1);
  hits_[row].clear();
  for (const std::uint8_t kind : gram_kinds) {
    if (!knows_context(kind, c)) continue;
    const auto at = ranges_.find(place_of(kind, gram_words(kind, c)));
    if (at == ranges_.end()) continue;
    hits_[row].push_back(at->second);
    for (std::uint32_t i = at->second.first; i < at->second.last; ++i)
      scores[grams_[i].word] += grams_[i].weight;
  }
}

void GramTrainer::step(std::size_t row, const float* gradient, float share, float rate) {
  for (const Range& range : hits_[row])
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const float g = gradient[grams_[i].word] / share;
      squares_[i] += g * g;
      const float p = g < 0 ? 1 + g : g;
      curves_[i] += p * (1 - p);
      grams_[i].weight = std::clamp(grams_[i].weight - rate * g / std::sqrt(squares_[i]),
                                    -most_weight, most_weight);
    }
}

void GramTrainer::keep_best(std::size_t count) {
  if (count >= grams_.size()) return;
  std::vector<std::uint32_t> order(grams_.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto worth = [&](std::uint32_t i) {
    return grams_[i].weight * grams_[i].weight * curves_[i];
  };
  std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) {
                     return worth(a) != worth(b) ? worth(a) > worth(b) : a < b;
                   });
  order.resize(count);
  std::sort(order.begin(), order.end());
  for (std::size_t k = 0; k < count; ++k) {
    grams_[k] = grams_[order[k]];
    squares_[k] = squares_[order[k]], curves_[k] = curves_[order[k]];
  }
  grams_.resize(count), squares_.resize(count), curves_.resize(count);
  index();
}

}  // namespace palimpsest::train
