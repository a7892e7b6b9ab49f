// An edit distance with one more operation, Needleman and Wunsch (1970). Tested by
// tests/core/restore_cases_test.cpp.
#include "restore/version_path.h"

#include <algorithm>
#include <array>

namespace palimpsest {
namespace {

/// `written`: a phrase ends here, and no word was lost to it yet; `over`: some were.
enum State : std::uint8_t { kept, written, over, revised };
constexpr std::size_t states = 4;

// A phrase with what it covers is cheaper than a revision of one word even where it covers two
// words that could have been kept ("Myles" over "Jonathan Myles"); and dearer where it covers none.
constexpr std::int32_t phrase_cost = 4, lost_word_cost = 1, lost_nothing_cost = 2,
                       revised_word_cost = 6, revision_cost = 2, mixed_cost = 4;
constexpr std::int32_t never = 1 << 29;

/// How a cell was reached best: from which state, and over how many words of either side.
struct Back {
  State from = kept;
  std::uint8_t a = 0, b = 0;
};

class Paths {
 public:
  Paths(std::size_t a, std::size_t b)
      : width_(b + 1), cost_((a + 1) * (b + 1) * states, never), back_(cost_.size()) {}

  std::int32_t& cost(std::size_t i, std::size_t j, State s) { return cost_[at(i, j, s)]; }
  const Back& back(std::size_t i, std::size_t j, State s) const { return back_[at(i, j, s)]; }
  void offer(std::size_t i, std::size_t j, State s, std::int32_t cost, Back back) {
    const std::size_t cell = at(i, j, s);
    if (cost >= cost_[cell]) return;
    cost_[cell] = cost;
    back_[cell] = back;
  }

 private:
  std::size_t at(std::size_t i, std::size_t j, State s) const {
    return (i * width_ + j) * states + s;
  }
  std::size_t width_;
  std::vector<std::int32_t> cost_;
  std::vector<Back> back_;
};

void add_step(std::vector<PathStep>& steps, PathStep step) {
  // Backwards: the step that was added last lies behind this one.
  if (!steps.empty() && steps.back().what == step.what) {
    steps.back().a = step.a;
    steps.back().b = step.b;
  } else {
    steps.push_back(step);
  }
}

}  // namespace

std::vector<PathStep> find_path(std::span<const std::uint64_t> a,
                                std::span<const PhraseLengths> phrases,
                                std::span<const std::uint64_t> b) {
  Paths paths(a.size(), b.size());
  paths.cost(0, 0, kept) = 0;
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j)
      // Words that are lost lead along the row, so a cell's own states may come in any order.
      for (const State s : {kept, revised, written, over}) {
        std::int32_t here = paths.cost(i, j, s);
        if (here >= never) continue;
        if (s == written || s == over) {
          if (j < b.size()) paths.offer(i, j + 1, over, here + lost_word_cost, {s, 0, 1});
        }
        if (s == written) here += lost_nothing_cost;
        if (i < a.size() && j < b.size() && a[i] == b[j])
          paths.offer(i + 1, j + 1, kept, here, {s, 1, 1});
        const std::int32_t start = s == kept ? revision_cost : s == revised ? 0 : mixed_cost;
        if (i < a.size())
          paths.offer(i + 1, j, revised, here + revised_word_cost + start, {s, 1, 0});
        if (j < b.size())
          paths.offer(i, j + 1, revised, here + revised_word_cost + start, {s, 0, 1});
        if (i == a.size()) continue;
        for (PhraseLengths lengths = phrases[i]; lengths != 0; lengths &= lengths - 1) {
          std::uint8_t length = 1;
          for (PhraseLengths bit = lengths & (~lengths + 1); bit > 1; bit >>= 1) ++length;
          if (i + length > a.size()) break;
          paths.offer(i + length, j, written, here + phrase_cost + (s == revised ? mixed_cost : 0),
                      {s, length, 0});
        }
      }
  const auto last_cost = [&](State s) {
    return paths.cost(a.size(), b.size(), s) + (s == written ? lost_nothing_cost : 0);
  };
  State s = kept;
  for (const State other : {written, over, revised})
    if (last_cost(other) < last_cost(s)) s = other;
  std::vector<PathStep> steps;
  for (std::size_t i = a.size(), j = b.size(); i > 0 || j > 0;) {
    const Back back = paths.back(i, j, s);
    constexpr PathStep::What whats[] = {PathStep::What::kept, PathStep::What::written_over,
                                        PathStep::What::written_over, PathStep::What::revised};
    add_step(steps,
             {whats[s], static_cast<std::uint32_t>(i - back.a), static_cast<std::uint32_t>(i),
              static_cast<std::uint32_t>(j - back.b), static_cast<std::uint32_t>(j)});
    i -= back.a, j -= back.b;
    s = back.from;
  }
  std::reverse(steps.begin(), steps.end());
  return steps;
}

}  // namespace palimpsest
