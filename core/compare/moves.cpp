// Tested by tests/core/causes_test.cpp.
#include "compare/moves.h"

#include <algorithm>

#include "compare/settle.h"
#include "text/order.h"

namespace palimpsest {
namespace {

// A moved passage must be sure: a false one costs more trust than a missed one. Nine units that
// both texts have once, half of the passage and more kept: no false move on 300 pairs, none missed.
constexpr std::uint32_t fewest_kept = 9, least_kept_percent = 50;
constexpr std::uint32_t fewest_in_sentence = 7;  // of a whole one, three in four units of it
constexpr std::uint32_t widest_skip = 12;        // units between two kept runs of one passage
constexpr std::uint32_t shortest_piece = 6;      // units of a hunk in which a passage is looked for
constexpr std::uint32_t furthest_snap = 8;       // units to a sentence's edge, outwards
constexpr std::uint32_t furthest_trim = 3;       // and inwards

/// The units that no run holds, of all hunks, one after the other; a stop that nothing equals is
/// between two hunks so that no anchor spans them.
struct Leftover {
  Version version;                   // keys and units only
  std::vector<std::uint32_t> place;  // of each unit in the text; none for a stop
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void add(const Version& from, std::uint32_t first, std::uint32_t last, std::uint64_t stop) {
    if (last - first < shortest_piece) return;
    version.keys.insert(version.keys.end(), &from.keys[first], &from.keys[first] + (last - first));
    version.units.insert(version.units.end(), &from.units[first],
                         &from.units[first] + (last - first));
    for (std::uint32_t i = first; i < last; ++i) place.push_back(i);
    version.keys.push_back(stop);
    version.units.push_back({});
    place.push_back(none);
  }
  void finish() {
    version.weight.assign(1, 0);
    for (const Unit& unit : version.units)
      version.weight.push_back(version.weight.back() + unit.weight);
  }
};

struct Candidate {
  Range range;  // in the leftovers
  std::uint32_t kept;
};

bool is_dense(const Candidate& c) {
  return c.kept * 100 >= std::max(c.range.a_size(), c.range.b_size()) * least_kept_percent;
}

/// Neighbouring runs on nearly one diagonal are one passage with changes inside.
std::vector<Candidate> join(std::vector<Run>& runs, const Leftover& a, const Leftover& b) {
  sort_by(runs, [](const Run& run) { return two_keys(run.b, run.a); });
  const auto same_hunk = [](const Leftover& side, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i)
      if (side.place[i] == Leftover::none) return false;
    return true;
  };
  std::vector<Candidate> found;
  for (const Run& run : runs) {
    bool joined = false;
    // The passage before may be a few runs back: look at the last ones only.
    for (std::size_t back = 1; back <= 4 && back <= found.size() && !joined; ++back) {
      Candidate& last = found[found.size() - back];
      if (run.a < last.range.a_end || run.b < last.range.b_end) continue;
      const std::uint32_t skip_a = run.a - last.range.a_end, skip_b = run.b - last.range.b_end;
      if (skip_a > widest_skip || skip_b > widest_skip) continue;
      if (!same_hunk(a, last.range.a_end, run.a) || !same_hunk(b, last.range.b_end, run.b))
        continue;
      last.range.a_end = run.a_end();
      last.range.b_end = run.b_end();
      last.kept += run.size;
      joined = true;
    }
    if (!joined) found.push_back({{run.a, run.a_end(), run.b, run.b_end()}, run.size});
  }
  return found;
}

/// Widens to the edges of sentences where a few changed units at them are all that is missing.
void snap(const Leftover& a, const Leftover& b, Range& range) {
  const auto begins = [](const Leftover& side, std::uint32_t at) {
    return side.version.units[at].is(Unit::sentence);
  };
  const auto steps_back = [&](const Leftover& side, std::uint32_t at) {
    for (std::uint32_t k = 0; k <= furthest_snap && k <= at; ++k) {
      if (side.place[at - k] == Leftover::none) break;
      if (begins(side, at - k)) return k;
    }
    return Leftover::none;
  };
  // A stop before the passage, or the first word of what follows it, is in both places by chance.
  const auto begin_later = [&] {
    for (std::uint32_t k = 0; k <= furthest_trim; ++k)
      if (range.a + k < range.a_end && range.b + k < range.b_end && begins(a, range.a + k) &&
          begins(b, range.b + k))
        return k;
    return Leftover::none;
  }();
  if (begin_later != Leftover::none) {
    range.a += begin_later, range.b += begin_later;
  } else {
    const std::uint32_t back_a = steps_back(a, range.a), back_b = steps_back(b, range.b);
    if (back_a != Leftover::none && back_b != Leftover::none) range.a -= back_a, range.b -= back_b;
  }
  for (std::uint32_t k = 1;
       k <= furthest_trim && k < range.a_end - range.a && k < range.b_end - range.b; ++k)
    if (begins(a, range.a_end - k) && begins(b, range.b_end - k)) {
      range.a_end -= k, range.b_end -= k;
      return;
    }
  const auto steps_on = [&](const Leftover& side, std::uint32_t end) {
    for (std::uint32_t k = 0; k <= furthest_snap; ++k)
      if (end + k >= side.place.size() || side.place[end + k] == Leftover::none ||
          begins(side, end + k))
        return k;
    return Leftover::none;
  };
  const std::uint32_t on_a = steps_on(a, range.a_end), on_b = steps_on(b, range.b_end);
  if (on_a != Leftover::none && on_b != Leftover::none) range.a_end += on_a, range.b_end += on_b;
}

}  // namespace

std::vector<MovedBlock> find_moves(const Version& a, const Version& b, const std::vector<Run>& runs,
                                   Work& work, GapMemory& memory) {
  constexpr std::uint64_t stop_a = ~std::uint64_t{0}, stop_b = stop_a - 1;
  Leftover left, right;
  const auto add_hunk = [&](const Run& before, const Run& after) {
    left.add(a, before.a_end(), after.a, stop_a);
    right.add(b, before.b_end(), after.b, stop_b);
  };
  Run last{0, 0, 0};
  for (const Run& run : runs) {
    add_hunk(last, run);
    last = run;
  }
  add_hunk(last, {a.size(), b.size(), 0});
  std::vector<MovedBlock> moves;
  if (left.place.empty() || right.place.empty()) return moves;
  left.finish();
  right.finish();
  std::vector<Run> anchors;
  const Range all{0, left.version.size(), 0, right.version.size()};
  if (!work.may_spend(8 * std::uint64_t{all.a_end + all.b_end})) return moves;
  memory.finder.find(left.version, right.version, all, 3, 0, work, anchors);
  std::vector<Candidate> candidates = join(anchors, left, right);
  for (Candidate& c : candidates) snap(left, right, c.range);
  std::erase_if(candidates, [&](const Candidate& c) {
    const auto ends = [](const Leftover& side, std::uint32_t end) {
      return side.place[end] == Leftover::none || side.version.units[end].is(Unit::sentence);
    };
    const bool whole = c.kept * 4 >= std::max(c.range.a_size(), c.range.b_size()) * 3 &&
                       left.version.units[c.range.a].is(Unit::sentence) &&
                       right.version.units[c.range.b].is(Unit::sentence) &&
                       ends(left, c.range.a_end) && ends(right, c.range.b_end);
    return c.kept < (whole ? fewest_in_sentence : fewest_kept) || !is_dense(c);
  });
  sort_by(candidates, [](const Candidate& c) { return two_keys(~c.kept, c.range.a); });
  std::vector<bool> a_taken(left.place.size()), b_taken(right.place.size());
  for (const Candidate& c : candidates) {
    // Two passages that touch may both claim the stop between them.
    Range r = c.range;
    while (r.a < r.a_end && r.b < r.b_end && (a_taken[r.a] || b_taken[r.b])) ++r.a, ++r.b;
    while (r.a < r.a_end && r.b < r.b_end && (a_taken[r.a_end - 1] || b_taken[r.b_end - 1]))
      --r.a_end, --r.b_end;
    const auto free = [](const std::vector<bool>& taken, std::uint32_t first, std::uint32_t end) {
      for (std::uint32_t i = first; i < end; ++i)
        if (taken[i]) return false;
      return true;
    };
    if (r.a_size() + furthest_trim < c.range.a_size() || r.a == r.a_end || r.b == r.b_end ||
        !free(a_taken, r.a, r.a_end) || !free(b_taken, r.b, r.b_end))
      continue;
    for (std::uint32_t i = r.a; i < r.a_end; ++i) a_taken[i] = true;
    for (std::uint32_t j = r.b; j < r.b_end; ++j) b_taken[j] = true;
    MovedBlock block;
    block.range = {left.place[r.a], left.place[r.a_end - 1] + 1, right.place[r.b],
                   right.place[r.b_end - 1] + 1};
    Range& whole = block.range;
    const auto cuts = [](const Version& v, std::uint32_t at) {
      return at < v.size() && v.units[at].is(Unit::joined);
    };
    while (whole.a < whole.a_end && whole.b < whole.b_end && (cuts(a, whole.a) || cuts(b, whole.b)))
      ++whole.a, ++whole.b;
    while (whole.a < whole.a_end && whole.b < whole.b_end &&
           (cuts(a, whole.a_end) || cuts(b, whole.b_end)))
      --whole.a_end, --whole.b_end;
    if (whole.a == whole.a_end || whole.b == whole.b_end) continue;
    align_gap(a, b, block.range, 0, 0, work, memory, block.runs);
    keep_words_whole(a, b, block.runs);
    moves.push_back(std::move(block));
  }
  sort_by(moves, [](const MovedBlock& move) { return std::uint64_t{move.range.a}; });
  return moves;
}

}  // namespace palimpsest
