// Tested by tests/core/causes_test.cpp and by the law that hunks rebuild the second text.
#include <algorithm>

#include "compare/hunk_builder.h"
#include "text/order.h"

namespace palimpsest {

void HunkBuilder::note_moves(const std::vector<MovedBlock>& moves) {
  for (std::uint32_t m = 0; m < moves.size(); ++m) {
    const Range& r = moves[m].range;
    moved_away_.push_back({r.a, r.a_end, m});
    moved_here_.push_back({r.b, r.b_end, m});
  }
  const auto first = [](const Place& place) { return std::uint64_t{place.first}; };
  sort_by(moved_away_, first);
  sort_by(moved_here_, first);
}

std::vector<HunkBuilder::Place>::const_iterator HunkBuilder::from(const std::vector<Place>& places,
                                                                  std::uint32_t first) {
  return std::lower_bound(places.begin(), places.end(), Place{first, 0, 0});
}

bool HunkBuilder::holds_moves(const Range& units) const {
  const auto holds = [](const std::vector<Place>& places, std::uint32_t first, std::uint32_t last) {
    const auto place = from(places, first);
    return place != places.end() && place->first < last;
  };
  return holds(moved_away_, units.a, units.a_end) || holds(moved_here_, units.b, units.b_end);
}

void HunkBuilder::add_gap_with_moves(const Range& units, Bytes gap) {
  gap = trim_blanks(units, gap);
  const std::vector<Segment> left =
                                 segments(a_, moved_away_, units.a, units.a_end, gap.a, gap.a_end),
                             right =
                                 segments(b_, moved_here_, units.b, units.b_end, gap.b, gap.b_end);
  // The next segment of a side, or nothing behind the last one.
  const auto take = [](const std::vector<Segment>& side, std::size_t& next, std::uint32_t& begin,
                       std::uint32_t& end, std::uint32_t& first, std::uint32_t& last) {
    if (next < side.size()) {
      begin = side[next].begin, end = side[next].end;
      first = side[next].first, last = side[next].last;
      ++next;
    } else {
      begin = end;
      first = last;
    }
  };
  // What is no move is a change as ever: first with first, and what is left over by itself.
  std::size_t i = 0, j = 0;
  Bytes at{gap.a, gap.a, gap.b, gap.b};
  Range place{units.a, units.a, units.b, units.b};
  while (i < left.size() || j < right.size()) {
    while (i < left.size() && left[i].move != Hunk::none) {
      add_end(left[i], at, true);
      at.a = at.a_end = left[i++].end;
    }
    while (j < right.size() && right[j].move != Hunk::none) {
      add_end(right[j], at, false);
      at.b = at.b_end = right[j++].end;
    }
    take(left, i, at.a, at.a_end, place.a, place.a_end);
    take(right, j, at.b, at.b_end, place.b, place.b_end);
    if (at.empty()) continue;
    if (place.empty())
      add_blanks(place, at);
    else
      add(place, at, operation_of(at));
  }
}

/// Cuts one side of a gap into moved passages and the rest. Blanks belong to what they stand
/// before, those at the end to the last.
std::vector<HunkBuilder::Segment> HunkBuilder::segments(const Version& v,
                                                        const std::vector<Place>& moved_places,
                                                        std::uint32_t first, std::uint32_t last,
                                                        std::uint32_t begin, std::uint32_t end) {
  std::vector<Segment> found;
  std::uint32_t at = first;
  const auto push = [&](std::uint32_t to, std::uint32_t move) {
    if (at == to) return;
    found.push_back({at, to, found.empty() ? begin : found.back().end, v.units[to - 1].end, move});
    at = to;
  };
  for (auto place = from(moved_places, first); place != moved_places.end() && place->first < last;
       ++place) {
    push(place->first, Hunk::none);
    push(place->last, place->move);
  }
  push(last, Hunk::none);
  if (!found.empty())
    found.back().end = end;
  else if (begin < end)
    found.push_back({first, first, begin, end, Hunk::none});
  return found;
}

/// The place that a passage left, or came to; `move` holds the number of the move for now.
void HunkBuilder::add_end(const Segment& s, const Bytes& at, bool old) {
  if (old)
    hunks_.push_back({Operation::remove,
                      {s.begin, s.end},
                      {at.b_end, at.b_end},
                      {s.first, s.last, 0, 0},
                      s.move,
                      true,
                      0,
                      Cause{},
                      0});
  else
    hunks_.push_back({Operation::insert,
                      {at.a_end, at.a_end},
                      {s.begin, s.end},
                      {0, 0, s.first, s.last},
                      s.move,
                      true,
                      0,
                      Cause{},
                      0});
}

}  // namespace palimpsest
