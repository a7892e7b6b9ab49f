// Tested by the laws (tests/core/compare_laws_test.cpp) and tests/quality.
#include "compare/gaps.h"

#include <algorithm>

namespace palimpsest {
namespace {

// A hunk costs as much as a short word is worth: a lone "the" between changes does not split them,
// a content word does (1.25 in units of which a function word has 0.75; weights are quarters).
constexpr std::int32_t hunk_cost = 5;
constexpr std::uint64_t exact_cells = 12'000;
constexpr std::int32_t impossible = -(1 << 28);

/// The alignment with the greatest weight of matches less the cost of hunks: two states, in a match
/// and in a hunk (Gotoh 1982, with one gap for both sides). O(cells) time and memory.
void align_exactly(const Version& a, const Version& b, Range range, Work& work, GapMemory& memory,
                   std::vector<Run>& runs) {
  const std::uint32_t rows = range.a_size(), columns = range.b_size();
  work.spend(std::uint64_t{rows + 1} * (columns + 1));
  // Per cell: bit 0: the match came from a hunk; bits 1-2: the hunk came from above or from the
  // left, from a match or from a hunk.
  constexpr std::uint8_t match_from_hunk = 1, from_left = 2, opened = 4;
  memory.trace.resize(std::size_t{rows + 1} * (columns + 1));
  memory.rows.resize(std::size_t{2} * (columns + 1));
  std::int32_t* const match = memory.rows.data();
  std::int32_t* const hunk = match + columns + 1;
  std::uint8_t* trace = memory.trace.data();
  match[0] = 0;
  hunk[0] = impossible;
  for (std::uint32_t j = 1; j <= columns; ++j) {
    match[j] = impossible;
    hunk[j] = -hunk_cost;
    trace[j] = from_left | (j == 1 ? opened : 0);
  }
  const std::uint64_t* const b_keys = b.keys.data() + range.b;
  for (std::uint32_t i = 1; i <= rows; ++i) {
    trace += columns + 1;
    const std::uint64_t key = a.keys[range.a + i - 1];
    const std::int32_t weight = a.units[range.a + i - 1].weight;
    std::int32_t diagonal_match = match[0], diagonal_hunk = hunk[0];
    hunk[0] = -hunk_cost;
    trace[0] = i == 1 ? opened : 0;
    match[0] = impossible;
    std::int32_t left_match = impossible, left_hunk = hunk[0];
    for (std::uint32_t j = 1; j <= columns; ++j) {
      std::uint8_t step = 0;
      std::int32_t in_match = impossible;
      if (b_keys[j - 1] == key) {
        step = diagonal_hunk > diagonal_match ? match_from_hunk : 0;
        in_match = std::max(diagonal_match, diagonal_hunk) + weight;
      }
      diagonal_match = match[j];
      diagonal_hunk = hunk[j];
      const std::int32_t above_hunk = diagonal_hunk;  // of the next cell
      const std::int32_t open_above = diagonal_match - hunk_cost,
                         open_left = left_match - hunk_cost;
      const std::int32_t above = std::max(above_hunk, open_above);
      const std::int32_t left = std::max(left_hunk, open_left);
      const std::uint32_t from_the_left = left > above, opens_left = open_left > left_hunk,
                          opens_above = open_above > above_hunk;
      const std::uint32_t opens = opens_above ^ ((opens_above ^ opens_left) & from_the_left);
      step |= static_cast<std::uint8_t>(from_the_left * from_left | opens * opened);
      match[j] = left_match = in_match;
      hunk[j] = left_hunk = std::max(above, left);
      trace[j] = step;
    }
  }
  const std::size_t first = runs.size();
  std::uint32_t i = rows, j = columns;
  bool in_hunk = hunk[columns] > match[columns];
  while (i > 0 || j > 0) {
    const std::uint8_t step = memory.trace[std::size_t{i} * (columns + 1) + j];
    if (!in_hunk) {
      --i, --j;
      if (runs.size() > first && runs.back().a == range.a + i + 1 &&
          runs.back().b == range.b + j + 1)
        --runs.back().a, --runs.back().b, ++runs.back().size;
      else
        runs.push_back({range.a + i, range.b + j, 1});
      in_hunk = (step & match_from_hunk) != 0;
    } else {
      ((step & from_left) != 0 ? j : i) -= 1;
      in_hunk = (step & opened) == 0;
    }
  }
  std::reverse(runs.begin() + static_cast<std::ptrdiff_t>(first), runs.end());
}

/// Myers' greedy algorithm (1986), stopped at a number of differences and begun again where the
/// furthest path then is: good in long repetitive stretches, linear whatever they hold.
class Greedy {
 public:
  Greedy(const Version& a, const Version& b, Range range, Work& work, GapMemory& memory)
      : a_(a.keys.data() + range.a),
        b_(b.keys.data() + range.b),
        range_(range),
        work_(work),
        memory_(memory) {}

  void align(std::vector<Run>& runs) {
    std::uint32_t i = 0, j = 0;
    while (i < range_.a_size() && j < range_.b_size()) {
      if (!work_.may_spend(std::uint64_t{2} * differences * differences)) return;
      step(i, j, runs);
    }
  }

 private:
  static constexpr std::int32_t differences = 96;

  void step(std::uint32_t& from_i, std::uint32_t& from_j, std::vector<Run>& runs) {
    const auto n = static_cast<std::int32_t>(range_.a_size() - from_i),
               m = static_cast<std::int32_t>(range_.b_size() - from_j);
    const std::uint64_t* const a = a_ + from_i;
    const std::uint64_t* const b = b_ + from_j;
    constexpr std::int32_t width = 2 * differences + 3;
    memory_.frontier.assign(std::size_t{width} * (differences + 1), -1);
    const auto row = [&](std::int32_t d) {
      return memory_.frontier.data() + d * width + differences + 1;
    };
    std::int32_t d = 0, best_k = 0;
    std::uint64_t steps = 0;
    bool done = false;
    for (; d <= differences && !done; ++d) {
      std::int32_t* const now = row(d);
      std::int32_t best = -1;
      for (std::int32_t k = -d; k <= d; k += 2) {  // k = i - j
        std::int32_t i = 0;
        if (d > 0) {
          const std::int32_t* const last = row(d - 1);
          const std::int32_t down = k < d ? last[k + 1] : -1;                            // j + 1
          const std::int32_t right = k > -d && last[k - 1] >= 0 ? last[k - 1] + 1 : -1;  // i + 1
          i = std::max(down, right);
          if (i < 0 || i > n || i - k > m) {
            now[k] = -1;
            continue;
          }
        }
        const std::int32_t from = i;
        while (i < n && i - k < m && a[i] == b[i - k]) ++i;
        steps += static_cast<std::uint64_t>(i - from) + 1;
        now[k] = i;
        if (2 * i - k > best) best = 2 * i - k, best_k = k;
        if (i == n || i - k == m) {  // one side is used up: what is left is one hunk
          best_k = k;
          done = true;
          break;
        }
      }
    }
    work_.spend(steps + width);
    d = std::min(d - 1, differences);
    // Back along the path that got furthest; runs come out in reverse.
    const std::size_t first = runs.size();
    std::int32_t k = best_k, i = row(d)[k];
    const std::int32_t end_i = i, end_j = i - k;
    for (; d >= 0; --d) {
      std::int32_t start = 0, before_k = k;
      if (d > 0) {
        const std::int32_t* const last = row(d - 1);
        const std::int32_t down = k < d ? last[k + 1] : -1;
        const std::int32_t right = k > -d && last[k - 1] >= 0 ? last[k - 1] + 1 : -1;
        start = std::max(down, right);
        before_k = down >= right ? k + 1 : k - 1;
      }
      if (i > start)
        runs.push_back({range_.a + from_i + static_cast<std::uint32_t>(start),
                        range_.b + from_j + static_cast<std::uint32_t>(start - k),
                        static_cast<std::uint32_t>(i - start)});
      if (d > 0) i = row(d - 1)[before_k];
      k = before_k;
    }
    std::reverse(runs.begin() + static_cast<std::ptrdiff_t>(first), runs.end());
    from_i += static_cast<std::uint32_t>(end_i);
    from_j += static_cast<std::uint32_t>(end_j);
  }

  const std::uint64_t* a_;
  const std::uint64_t* b_;
  Range range_;
  Work& work_;
  GapMemory& memory_;
};

// Shorter sequences are more likely to be in both sides, longer ones to be there once where the
// text repeats itself.
constexpr std::uint32_t lengths[] = {3, 2, 1, 8, 32};
constexpr int levels = 5, deepest = 24;

}  // namespace

void add_run(std::vector<Run>& runs, Run run) {
  if (!runs.empty() && runs.back().a_end() == run.a && runs.back().b_end() == run.b)
    runs.back().size += run.size;
  else
    runs.push_back(run);
}

void align_gap(const Version& a, const Version& b, Range range, int level, int depth, Work& work,
               GapMemory& memory, std::vector<Run>& runs) {
  const std::uint64_t rows = range.a_size(), columns = range.b_size();
  if (rows == 0 || columns == 0) return;
  if (rows * columns == 1) {
    if (a.keys[range.a] == b.keys[range.b]) add_run(runs, {range.a, range.b, 1});
    return;
  }
  if (rows == columns && std::equal(&a.keys[range.a], &a.keys[range.a] + rows, &b.keys[range.b])) {
    add_run(runs, {range.a, range.b, range.a_size()});
    return;
  }
  if (rows * columns <= exact_cells) {
    if (!work.may_spend(rows * columns)) return;
    const std::size_t first = runs.size();
    align_exactly(a, b, range, work, memory, runs);
    // The first new run may touch the last old one.
    if (first > 0 && first < runs.size() && runs[first - 1].a_end() == runs[first].a &&
        runs[first - 1].b_end() == runs[first].b) {
      runs[first - 1].size += runs[first].size;
      runs.erase(runs.begin() + static_cast<std::ptrdiff_t>(first));
    }
    return;
  }
  std::vector<Run> anchors;
  for (; level < levels && depth < deepest && anchors.empty(); ++level) {
    if (!work.may_spend(4 * (rows + columns))) return;
    memory.finder.find(a, b, range, lengths[level], 0, work, anchors);
  }
  if (anchors.empty()) {
    std::vector<Run> found;
    Greedy(a, b, range, work, memory).align(found);
    for (const Run& run : found) add_run(runs, run);
    return;
  }
  keep_heaviest_chain(a, anchors);
  std::uint32_t at_a = range.a, at_b = range.b;
  for (const Run& anchor : anchors) {
    align_gap(a, b, {at_a, anchor.a, at_b, anchor.b}, level - 1, depth + 1, work, memory, runs);
    add_run(runs, anchor);
    at_a = anchor.a_end();
    at_b = anchor.b_end();
  }
  align_gap(a, b, {at_a, range.a_end, at_b, range.b_end}, level - 1, depth + 1, work, memory, runs);
}

}  // namespace palimpsest
