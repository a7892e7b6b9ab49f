// The whole alignment on one screen. Tested by tests/core/compare_laws_test.cpp.
#include "compare/align.h"

#include <algorithm>

#include "compare/anchors.h"
#include "compare/gaps.h"
#include "compare/moves.h"
#include "compare/settle.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t anchor_length = 3;
constexpr std::uint32_t sampled_from = 8192;  // units; below, every sequence is looked at

constexpr std::uint32_t chance = 3;  // units

Range trim(const Version& a, const Version& b) {
  Range middle{0, a.size(), 0, b.size()};
  while (middle.a < middle.a_end && middle.b < middle.b_end && a.keys[middle.a] == b.keys[middle.b])
    ++middle.a, ++middle.b;
  while (middle.a < middle.a_end && middle.b < middle.b_end &&
         a.keys[middle.a_end - 1] == b.keys[middle.b_end - 1])
    --middle.a_end, --middle.b_end;
  // The first word of a sentence may be equal by chance, where another sentence stands in its
  // place.
  for (std::uint32_t k = 1; k <= chance && k <= middle.a && k <= middle.b; ++k)
    if (a.units[middle.a - k].is(Unit::sentence)) {
      if (middle.a < middle.a_end || middle.b < middle.b_end) middle.a -= k, middle.b -= k;
      break;
    }
  return middle;
}

}  // namespace

Alignment align(const Version& a, const Version& b) {
  Alignment result;
  Work work(std::uint64_t{a.size()} + b.size());
  GapMemory memory;
  std::vector<Run>& runs = result.runs;
  const Range middle = trim(a, b);
  work.spend(middle.a + a.size() - middle.a_end);
  if (middle.a > 0) runs.push_back({0, 0, middle.a});
  std::vector<Run> anchors;
  const std::uint32_t longer = std::max(middle.a_size(), middle.b_size());
  memory.finder.find(a, b, middle, anchor_length, longer > sampled_from ? 2 : 0, work, anchors);
  keep_heaviest_chain(a, anchors);
  std::uint32_t at_a = middle.a, at_b = middle.b;
  for (const Run& anchor : anchors) {
    align_gap(a, b, {at_a, anchor.a, at_b, anchor.b}, 0, 0, work, memory, runs);
    add_run(runs, anchor);
    at_a = anchor.a_end();
    at_b = anchor.b_end();
  }
  align_gap(a, b, {at_a, middle.a_end, at_b, middle.b_end}, 0, 0, work, memory, runs);
  if (middle.a_end < a.size()) add_run(runs, {middle.a_end, middle.b_end, a.size() - middle.a_end});
  absorb_islands(a, b, runs);
  pair_sentences(a, b, runs);
  slide_hunks(a, b, runs);
  keep_words_whole(a, b, runs);
  result.moves = find_moves(a, b, runs, work, memory);
  result.work = work.spent();
  result.reduced = work.reduced();
  return result;
}

}  // namespace palimpsest
