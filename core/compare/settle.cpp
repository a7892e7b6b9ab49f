// Tested by tests/core/align_test.cpp; the constants by tests/quality.
#include "compare/settle.h"

#include <algorithm>

namespace palimpsest {
namespace {

// Found on the open half of a set of 300 pairs with known edits (exact borders 95 % and up, edits in
// pieces under half a per cent): an island is given up if it weighs no more than three in ten of the
// smaller change beside it, and never if it is longer than nine short words.
constexpr std::uint32_t heaviest_island = 36;
constexpr std::uint32_t share_percent = 30;

struct Side {
  std::uint32_t a = 0, b = 0;  // weights
  std::uint32_t size() const { return std::max(a, b); }
  bool pure() const { return a == 0 || b == 0; }
};

Side between(const Version& a, const Version& b, const Run& left, const Run& right) {
  return {a.weight_of(left.a_end(), right.a), b.weight_of(left.b_end(), right.b)};
}

bool begins_paragraph_inside(const Version& v, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last && i < v.size(); ++i)
    if (v.units[i].is(Unit::paragraph)) return true;
  return false;
}

bool is_chance(const Version& a, const Version& b, const Run& left, const Run& island,
               const Run& right) {
  const std::uint32_t weight = a.weight_of(island.a, island.a_end());
  if (weight > heaviest_island) return false;
  const Side before = between(a, b, left, island), after = between(a, b, island, right);
  std::uint32_t limit =
      std::min(heaviest_island, std::min(before.size(), after.size()) * share_percent / 100);
  if (begins_paragraph_inside(b, island.b, island.b_end() + 1)) limit /= 3;
  if (before.pure() && after.pure()) limit /= 2;
  return weight <= limit;
}

/// How well a hunk may begin or end before `unit`.
int border(const Version& v, std::uint32_t unit) {
  if (unit == 0 || unit >= v.size()) return 8;
  const Unit& here = v.units[unit];
  if (here.is(Unit::paragraph)) return 8;
  if (here.is(Unit::sentence)) return 6;
  if (here.is(Unit::joined)) return -4;
  const std::uint64_t before = v.keys[unit - 1];
  if (before == ';' || before == ':') return 3;
  if (before == ',' || before == '-') return 2;
  return here.is(Unit::mark) ? 1 : 0;
}

constexpr std::uint32_t furthest_slide = 64;

/// For a hunk that has units on one side only: how far it can go left or right, and where it reads
/// best. `v` is the side that has the units, `at` the hunk's first one.
std::int32_t best_slide(const Version& v, std::uint32_t at, std::uint32_t size, std::uint32_t left,
                        std::uint32_t right) {
  std::int32_t best = 0;
  int best_score = border(v, at) + border(v, at + size);
  const auto consider = [&](std::int32_t by) {
    const auto begin = static_cast<std::uint32_t>(static_cast<std::int32_t>(at) + by);
    const int score = border(v, begin) + border(v, begin + size);
    if (score > best_score) best = by, best_score = score;
  };
  for (std::uint32_t k = 1; k <= left && v.keys[at - k] == v.keys[at + size - k]; ++k)
    consider(-static_cast<std::int32_t>(k));
  for (std::uint32_t k = 0; k < right && v.keys[at + k] == v.keys[at + size + k]; ++k)
    consider(static_cast<std::int32_t>(k) + 1);
  return best;
}

}  // namespace

void absorb_islands(const Version& a, const Version& b, std::vector<Run>& runs) {
  const Run begin{0, 0, 0}, end{a.size(), b.size(), 0};
  std::vector<Run> kept;
  kept.reserve(runs.size());
  const auto settle_last = [&](const Run& next) {
    while (!kept.empty()) {
      const Run& left = kept.size() > 1 ? kept[kept.size() - 2] : begin;
      // A run at an end of both texts has no change on that side.
      if (kept.size() == 1 && kept.back().a == 0 && kept.back().b == 0) return;
      if (!is_chance(a, b, left, kept.back(), next)) return;
      kept.pop_back();
    }
  };
  for (const Run& run : runs) {
    settle_last(run);
    kept.push_back(run);
  }
  settle_last(end);
  runs = std::move(kept);
}

void slide_hunks(const Version& a, const Version& b, std::vector<Run>& runs) {
  for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
    Run& left = runs[i];
    Run& right = runs[i + 1];
    const std::uint32_t removed = right.a - left.a_end(), added = right.b - left.b_end();
    if ((removed == 0) == (added == 0)) continue;
    const std::uint32_t most_left = std::min(left.size - 1, furthest_slide),
                        most_right = std::min(right.size - 1, furthest_slide);
    const std::int32_t by = removed > 0 ? best_slide(a, left.a_end(), removed, most_left, most_right)
                                        : best_slide(b, left.b_end(), added, most_left, most_right);
    const auto shift = static_cast<std::uint32_t>(by);  // wraps on purpose: sums come out right
    left.size += shift;
    right.a += shift;
    right.b += shift;
    right.size -= shift;
  }
}

}  // namespace palimpsest
