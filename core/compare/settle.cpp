// Tested by tests/core/compare_laws_test.cpp; the constants by tests/quality.
#include "compare/settle.h"

#include <algorithm>
#include <utility>

#include "compare/gaps.h"

namespace palimpsest {
namespace {

// Found on the open half of a set of 300 pairs with known edits, where the shares of edits with
// exact borders and of edits in pieces are flat around them. An island is given up if its weight,
// in quarters, is at most 1.4 times the units of the smaller change beside it, and never if it is
// heavier than four content words and a half.
constexpr std::uint32_t heaviest_island = 36;
constexpr std::uint32_t weight_percent_per_unit = 140;
constexpr std::uint32_t across_sentences = 3;      // the limit is divided by these
constexpr std::uint32_t between_pure_changes = 2;  // insertions and deletions
constexpr std::uint32_t least_kept_percent =
    17;  // of a sentence, for it not to count as written anew

struct Side {
  std::uint32_t a = 0, b = 0;  // units
  std::uint32_t size() const { return std::max(a, b); }
  bool pure() const { return a == 0 || b == 0; }
};

Side between(const Run& left, const Run& right) {
  return {right.a - left.a_end(), right.b - left.b_end()};
}

bool begins_sentence(const Version& v, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last && i < v.size(); ++i)
    if (v.units[i].is(Unit::sentence)) return true;
  return false;
}

bool is_chance(const Version& a, const Version& b, const Run& left, const Run& island,
               const Run& right) {
  const std::uint32_t weight = a.weight_of(island.a, island.a_end());
  if (weight > heaviest_island) return false;
  const Side before = between(left, island), after = between(island, right);
  std::uint32_t limit = std::min(
      heaviest_island, std::min(before.size(), after.size()) * weight_percent_per_unit / 100);
  if (begins_sentence(b, island.b, island.b_end() + 1)) limit /= across_sentences;
  if (before.pure() && after.pure()) limit /= between_pure_changes;
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

void absorb_chance(const Version& a, const Version& b, std::vector<Run>& runs) {
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

/// The units of the sentence around [first, last), as far as they are near.
struct Extent {
  std::uint32_t begin, end;
};
Extent sentence_around(const Version& v, std::uint32_t first, std::uint32_t last) {
  constexpr std::uint32_t furthest = 64;
  Extent e{first, last};
  while (e.begin > 0 && first - e.begin < furthest && !v.units[e.begin].is(Unit::sentence))
    --e.begin;
  while (e.end < v.size() && e.end - last < furthest && !v.units[e.end].is(Unit::sentence)) ++e.end;
  return e;
}

constexpr std::uint32_t longest_scrap = 6;

/// In a sentence that was written anew, words that both have are chance, too.
bool is_scrap(const Version& a, const Version& b, const std::vector<Run>& runs, std::size_t k) {
  const Run& island = runs[k];
  if (k == 0 || k + 1 == runs.size() || island.size > longest_scrap) return false;
  for (std::uint32_t i = 1; i < island.size; ++i)
    if (a.units[island.a + i].is(Unit::sentence)) return false;
  const Extent x = sentence_around(a, island.a, island.a_end()),
               y = sentence_around(b, island.b, island.b_end());
  std::uint32_t kept = 0;
  const auto count = [&](const Run& run) {
    const std::uint32_t from = std::max(
                            {run.a, x.begin, run.b >= y.begin ? run.a : run.a + (y.begin - run.b)}),
                        to = std::min(
                            {run.a_end(), x.end, run.a + (y.end > run.b ? y.end - run.b : 0)});
    if (from < to) kept += a.weight_of(from, to);
    return from < to;
  };
  count(island);
  for (std::size_t i = k; i-- > 0 && count(runs[i]);) {
  }
  for (std::size_t i = k + 1; i < runs.size() && count(runs[i]); ++i) {
  }
  const std::uint32_t all = std::max(a.weight_of(x.begin, x.end), b.weight_of(y.begin, y.end));
  return kept * 100 <= all * least_kept_percent;
}

void absorb_scraps(const Version& a, const Version& b, std::vector<Run>& runs) {
  std::vector<Run> kept;
  kept.reserve(runs.size());
  for (std::size_t k = 0; k < runs.size(); ++k)
    if (!is_scrap(a, b, runs, k)) kept.push_back(runs[k]);
  runs = std::move(kept);
}

/// "5 January", "January 5"; "the court rejected the plan", "the plan was rejected by the court":
/// what is inserted on one side of a few units and deleted on the other is another order of one
/// passage.
void absorb_swaps(const Version& a, const Version& b, std::vector<Run>& runs) {
  constexpr std::uint32_t longest_island = 4, longest = 8, most_more = 3;
  const auto holds = [](const auto& side, std::uint32_t first, std::uint32_t count, auto key) {
    const auto* begin = side.keys.data() + first;
    return std::find(begin, begin + count, key) != begin + count;
  };
  const auto same = [&](std::uint32_t i, std::uint32_t removed, std::uint32_t j,
                        std::uint32_t added) {
    if (removed == 0 || added < removed || added > removed + most_more || added > longest)
      return false;
    if (removed == 1 && added > 1) return false;
    for (std::uint32_t n = 0; n < removed; ++n)
      if (!holds(b, j, added, a.keys[i + n])) return false;
    return true;
  };
  const auto same_back = [&](std::uint32_t i, std::uint32_t removed, std::uint32_t j,
                             std::uint32_t added) {
    if (added == 0 || removed < added || removed > added + most_more || removed > longest)
      return false;
    if (added == 1 && removed > 1) return false;
    for (std::uint32_t n = 0; n < added; ++n)
      if (!holds(a, i, removed, b.keys[j + n])) return false;
    return true;
  };
  std::vector<Run> kept;
  kept.reserve(runs.size());
  for (std::size_t k = 0; k < runs.size(); ++k) {
    const Run& run = runs[k];
    const Run before = kept.empty() ? Run{0, 0, 0} : kept.back();
    const Run after = k + 1 < runs.size() ? runs[k + 1] : Run{a.size(), b.size(), 0};
    const std::uint32_t removed = run.a - before.a_end(), added = run.b - before.b_end(),
                        removed_after = after.a - run.a_end(), added_after = after.b - run.b_end();
    bool swapped = false;
    if (run.size <= longest_island && removed == 0 && added_after == 0)
      swapped = same(run.a_end(), removed_after, before.b_end(), added) ||
                same_back(run.a_end(), removed_after, before.b_end(), added);
    else if (run.size <= longest_island && added == 0 && removed_after == 0)
      swapped = same(before.a_end(), removed, run.b_end(), added_after) ||
                same_back(before.a_end(), removed, run.b_end(), added_after);
    if (!swapped) kept.push_back(run);
  }
  runs = std::move(kept);
}

}  // namespace

void absorb_islands(const Version& a, const Version& b, std::vector<Run>& runs) {
  absorb_swaps(a, b, runs);
  absorb_chance(a, b, runs);
  absorb_scraps(a, b, runs);
}

void slide_hunks(const Version& a, const Version& b, std::vector<Run>& runs) {
  for (std::size_t i = 0; i + 1 < runs.size(); ++i) {
    Run& left = runs[i];
    Run& right = runs[i + 1];
    const std::uint32_t removed = right.a - left.a_end(), added = right.b - left.b_end();
    if ((removed == 0) == (added == 0)) continue;
    // A run stays unless it is the first or last of both texts: else two hunks would become one.
    const bool first = left.a == 0 && left.b == 0,
               last = right.a_end() == a.size() && right.b_end() == b.size();
    const std::uint32_t most_left = std::min(left.size - (first ? 0 : 1), furthest_slide),
                        most_right = std::min(right.size - (last ? 0 : 1), furthest_slide);
    const std::int32_t by = removed > 0
                                ? best_slide(a, left.a_end(), removed, most_left, most_right)
                                : best_slide(b, left.b_end(), added, most_left, most_right);
    const auto shift = static_cast<std::uint32_t>(by);  // wraps on purpose: sums come out right
    left.size += shift;
    right.a += shift;
    right.b += shift;
    right.size -= shift;
  }
  std::erase_if(runs, [](const Run& run) { return run.size == 0; });
}

void keep_words_whole(const Version& a, const Version& b, std::vector<Run>& runs) {
  std::vector<Run> joined, whole;
  for (const Run& run : runs) add_run(joined, run);
  whole.reserve(joined.size());
  const auto cuts = [&](std::uint32_t i, std::uint32_t j) {
    return (i < a.size() && a.units[i].is(Unit::joined)) ||
           (j < b.size() && b.units[j].is(Unit::joined));
  };
  for (std::size_t k = 0; k < joined.size(); ++k) {
    Run run = joined[k];
    if (k > 0 || run.a > 0 || run.b > 0)
      while (run.size > 0 && cuts(run.a, run.b)) ++run.a, ++run.b, --run.size;
    while (run.size > 0 && cuts(run.a_end(), run.b_end())) --run.size;
    if (run.size > 0) whole.push_back(run);
  }
  runs = std::move(whole);
}

}  // namespace palimpsest
