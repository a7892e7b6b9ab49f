// Tested by tests/core/report_test.cpp.
#include "compare/report_slots.h"

#include <algorithm>

namespace palimpsest {
namespace {

constexpr std::uint32_t most_units = 120;

float weight_of(const ReportUnit& unit) {
  return unit.is_content() ? static_cast<float>(unit.rarity) : 0.5F;
}

}  // namespace

bool is_same(const ReportUnit& x, const ReportUnit& y) { return x.key == y.key; }

bool is_like(const ReportUnit& x, const ReportUnit& y) {
  return x.key == y.key || (x.synonyms != 0 && x.synonyms == y.synonyms);
}

bool UnitPairs::holds(const ReportText& r, const ReportSentence& sentence, const ReportUnit& unit) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (is_same(r.units[i], unit)) return true;
  return false;
}

UnitPairs::UnitPairs(const ReportText& text_a, const ReportText& text_b, std::uint32_t index_a,
                     std::uint32_t index_b)
    : a(text_a),
      b(text_b),
      sentence_a(text_a.sentences[index_a]),
      sentence_b(text_b.sentences[index_b]) {
  const std::uint32_t size_a = sentence_a.last - sentence_a.first,
                      size_b = sentence_b.last - sentence_b.first;
  of_a_.assign(size_a, no_index);
  of_b_.assign(size_b, no_index);
  const std::uint32_t n = std::min(size_a, most_units), m = std::min(size_b, most_units);
  std::vector<float> best((n + 1) * (m + 1), 0);
  const auto at = [&](std::uint32_t i, std::uint32_t j) -> float& { return best[i * (m + 1) + j]; };
  const auto gain = [&](std::uint32_t i, std::uint32_t j) {
    const ReportUnit& x = a.units[sentence_a.first + i];
    const ReportUnit& y = b.units[sentence_b.first + j];
    if (!is_like(x, y)) return 0.0F;
    return std::min(weight_of(x), weight_of(y)) * (is_same(x, y) ? 1.0F : 0.6F);
  };
  for (std::uint32_t i = n; i-- > 0;)
    for (std::uint32_t j = m; j-- > 0;) {
      const float found = gain(i, j);
      at(i, j) = std::max({at(i + 1, j), at(i, j + 1), found > 0 ? found + at(i + 1, j + 1) : 0});
    }
  for (std::uint32_t i = 0, j = 0; i < n && j < m;) {
    const float found = gain(i, j);
    if (found > 0 && at(i, j) == found + at(i + 1, j + 1)) {
      of_a_[i] = sentence_b.first + j;
      of_b_[j] = sentence_a.first + i;
      ++i, ++j;
    } else if (at(i, j) == at(i + 1, j)) {
      ++i;
    } else {
      ++j;
    }
  }
  float all_a = 0, all_b = 0;
  for (std::uint32_t i = 0; i < n; ++i) all_a += weight_of(a.units[sentence_a.first + i]);
  for (std::uint32_t j = 0; j < m; ++j) all_b += weight_of(b.units[sentence_b.first + j]);
  const float least = std::min(all_a, all_b);
  paired_share_ = least > 0 ? at(0, 0) / least : 0;
}

float UnitPairs::same_place(std::uint32_t unit_a, std::uint32_t unit_b) const {
  constexpr int reach = 4;
  float sum = 0;
  for (const int side : {-1, 1}) {
    std::vector<bool> taken(reach + 1, false);
    for (int i = 1; i <= reach; ++i) {
      const std::int64_t x = std::int64_t{unit_a} + side * i;
      if (x < sentence_a.first || x >= sentence_a.last) break;
      const ReportUnit& unit = a.units[static_cast<std::size_t>(x)];
      for (int j = 1; j <= reach; ++j) {
        const std::int64_t y = std::int64_t{unit_b} + side * j;
        if (y < sentence_b.first || y >= sentence_b.last) break;
        if (taken[static_cast<std::size_t>(j)]) continue;
        if (!is_like(unit, b.units[static_cast<std::size_t>(y)])) continue;
        taken[static_cast<std::size_t>(j)] = true;
        const float weight = unit.is_content() ? 1.0F : 0.3F;
        sum += weight / static_cast<float>(std::max(i, j));
        break;
      }
    }
  }
  return sum + (same_gap(unit_a, unit_b) ? 1.0F : 0.0F);
}

bool UnitPairs::same_gap(std::uint32_t unit_a, std::uint32_t unit_b) const {
  std::uint32_t before = unit_a, after = unit_a;
  while (before > sentence_a.first && of_a(before - 1) == no_index) --before;
  while (after + 1 < sentence_a.last && of_a(after + 1) == no_index) ++after;
  const std::uint32_t from = before == sentence_a.first ? sentence_b.first : of_a(before - 1) + 1;
  const std::uint32_t to = after + 1 == sentence_a.last ? sentence_b.last : of_a(after + 1);
  return from <= unit_b && unit_b < to;
}

}  // namespace palimpsest
