#include "train/compact.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace palimpsest::train {

void prune(LearntWeights& weights, std::size_t most) {
  std::vector<float> sizes;
  for (const auto& row : weights.rows)
    for (const float w : row)
      if (w != 0) sizes.push_back(std::fabs(w));
  if (sizes.size() <= most) return;
  const auto nth = sizes.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(sizes.begin(), nth, sizes.end(), std::greater<>());
  const float least = *nth;
  for (auto& row : weights.rows)
    for (float& w : row)
      if (std::fabs(w) <= least) w = 0;
}

void quantise(const LearntWeights& weights, const std::vector<std::uint32_t>& keys, float unit,
              ModelContents& contents) {
  const auto whole = [unit](float w, float most) {
    return std::clamp(std::round(w / unit), -most, most);
  };
  contents.unit = unit;
  for (std::size_t f = 0; f < weights.rows.size(); ++f) {
    WeightRow row{};
    bool any = false;
    for (std::size_t l = 0; l < label_count; ++l) {
      row[l] = static_cast<std::int8_t>(whole(weights.rows[f][l], 127));
      any = any || row[l] != 0;
    }
    if (!any) continue;
    contents.keys.push_back(keys[f]);
    contents.rows.push_back(row);
  }
  for (std::size_t b = 0; b < label_count; ++b)
    for (std::size_t l = 0; l < label_count; ++l)
      contents.transitions.push_back(
          static_cast<std::int16_t>(whole(weights.transitions[b][l], 2000)));
}

}  // namespace palimpsest::train
