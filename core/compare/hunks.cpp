// Tested by tests/core/hunks_test.cpp and by the law that hunks rebuild the second text.
#include "compare/hunks.h"

#include <algorithm>
#include <cstring>

#include "compare/fold.h"
#include "compare/noise.h"
#include "compare/order.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

struct Bytes {
  std::uint32_t a, a_end, b, b_end;
  bool empty() const { return a == a_end && b == b_end; }
};

class Builder {
 public:
  Builder(const Version& a, const Version& b, std::vector<Hunk>& hunks)
      : a_(a), b_(b), hunks_(hunks) {}

  /// The hunks of one passage: `bytes` and `range` are its borders, `moves` what lies in its gaps.
  void passage(const Range& range, const Bytes& bytes, const std::vector<Run>& runs,
               const std::vector<MovedBlock>* moves, std::uint32_t inside) {
    inside_ = inside;
    if (moves != nullptr) {
      for (std::uint32_t m = 0; m < moves->size(); ++m) {
        const Range& r = (*moves)[m].range;
        moved_away_.push_back({r.a, r.a_end, m});
        moved_here_.push_back({r.b, r.b_end, m});
      }
      const auto first = [](const Place& place) { return std::uint64_t{place.first}; };
      sort_by(moved_away_, first);
      sort_by(moved_here_, first);
    }
    Bytes gap{bytes.a, bytes.a, bytes.b, bytes.b};
    Range units{range.a, range.a, range.b, range.b};
    for (const Run& run : runs) {
      gap.a_end = a_.units[run.a].begin;
      gap.b_end = b_.units[run.b].begin;
      units.a_end = run.a;
      units.b_end = run.b;
      add_gap(units, gap);
      add_noise(run);
      gap.a = a_.units[run.a_end() - 1].end;
      gap.b = b_.units[run.b_end() - 1].end;
      units.a = run.a_end();
      units.b = run.b_end();
    }
    gap.a_end = bytes.a_end;
    gap.b_end = bytes.b_end;
    units.a_end = range.a_end;
    units.b_end = range.b_end;
    add_gap(units, gap);
  }

 private:
  std::string_view old_text(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(a_.text).substr(begin, end - begin);
  }
  std::string_view new_text(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(b_.text).substr(begin, end - begin);
  }

  void add(Range units, Bytes bytes, Operation operation, std::uint16_t noise = 0) {
    if (old_text(bytes.a, bytes.a_end) == new_text(bytes.b, bytes.b_end)) return;
    hunks_.push_back({operation,
                      {bytes.a, bytes.a_end},
                      {bytes.b, bytes.b_end},
                      units,
                      inside_,
                      false,
                      noise,
                      Cause{},
                      0});
  }

  /// A difference that leaves the units equal; merged with the one before if it touches it.
  void add_noise_at(Range units, Bytes bytes, std::uint16_t noise) {
    if (bytes.empty() || old_text(bytes.a, bytes.a_end) == new_text(bytes.b, bytes.b_end)) return;
    if (!hunks_.empty()) {
      Hunk& last = hunks_.back();
      if (last.noise != 0 && last.move == inside_ && last.a.end >= bytes.a &&
          last.b.end >= bytes.b) {
        last.a.begin = std::min(last.a.begin, bytes.a);
        last.b.begin = std::min(last.b.begin, bytes.b);
        last.a.end = std::max(last.a.end, bytes.a_end);
        last.b.end = std::max(last.b.end, bytes.b_end);
        last.units.a = std::min(last.units.a, units.a);
        last.units.b = std::min(last.units.b, units.b);
        last.units.a_end = std::max(last.units.a_end, units.a_end);
        last.units.b_end = std::max(last.units.b_end, units.b_end);
        last.noise |= noise;
        last.operation = operation_of({last.a.begin, last.a.end, last.b.begin, last.b.end});
        return;
      }
    }
    add(units, bytes, operation_of(bytes), noise);
  }

  static Operation operation_of(const Bytes& bytes) {
    return bytes.a == bytes.a_end   ? Operation::insert
           : bytes.b == bytes.b_end ? Operation::remove
                                    : Operation::replace;
  }

  /// Blanks that differ before unit `units.a_end` / `units.b_end`.
  void add_blanks(Range units, Bytes bytes) {
    add_noise_at(units, bytes,
                 noise_of_blanks(old_text(bytes.a, bytes.a_end), new_text(bytes.b, bytes.b_end)));
  }

  void add_noise(const Run& run) {
    const std::uint32_t a_begin = a_.units[run.a].begin, a_end = a_.units[run.a_end() - 1].end;
    const std::uint32_t b_begin = b_.units[run.b].begin, b_end = b_.units[run.b_end() - 1].end;
    if (a_end - a_begin == b_end - b_begin &&
        std::memcmp(a_.text.data() + a_begin, b_.text.data() + b_begin, a_end - a_begin) == 0)
      return;
    for (std::uint32_t k = 0; k < run.size; ++k) {
      const std::uint32_t i = run.a + k, j = run.b + k;
      const Unit& x = a_.units[i];
      const Unit& y = b_.units[j];
      if (k > 0) {
        const std::uint32_t from_a = a_.units[i - 1].end, from_b = b_.units[j - 1].end;
        const std::uint32_t size = x.begin - from_a;
        if (size != y.begin - from_b ||
            std::memcmp(a_.text.data() + from_a, b_.text.data() + from_b, size) != 0) {
          if (x.is(Unit::joined) || y.is(Unit::joined))  // "do n't", "don't": the word as a whole
            add_noise_at({i - 1, i + 1, j - 1, j + 1},
                         {a_.units[i - 1].begin, x.end, b_.units[j - 1].begin, y.end},
                         static_cast<std::uint16_t>(Noise::joined));
          else
            add_blanks({i, i, j, j}, {from_a, x.begin, from_b, y.begin});
        }
      }
      const std::uint32_t size = x.end - x.begin;
      if (size == y.end - y.begin &&
          std::memcmp(a_.text.data() + x.begin, b_.text.data() + y.begin, size) == 0)
        continue;
      std::uint32_t back = 0, on = 1;
      while (back < k &&
             (a_.units[i - back].is(Unit::joined) || b_.units[j - back].is(Unit::joined)))
        ++back;
      while (k + on < run.size &&
             (a_.units[i + on].is(Unit::joined) || b_.units[j + on].is(Unit::joined)))
        ++on;
      add_noise_at({i - back, i + on, j - back, j + on},
                   {a_.units[i - back].begin, a_.units[i + on - 1].end, b_.units[j - back].begin,
                    b_.units[j + on - 1].end},
                   noise_of_units(a_, i, b_, j));
    }
  }

  void add_gap(const Range& units, const Bytes& gap) {
    if (old_text(gap.a, gap.a_end) == new_text(gap.b, gap.b_end)) return;
    if (units.empty()) {
      add_blanks(units, gap);
      return;
    }
    if (holds(moved_away_, units.a, units.a_end) || holds(moved_here_, units.b, units.b_end)) {
      add_gap_with_moves(units, gap);
      return;
    }
    add_change(units, gap);
  }

  /// One change between two kept units. Blanks that differ around a replacement are hunks of their
  /// own; those around an insertion or a deletion are part of it.
  void add_change(const Range& units, const Bytes& gap) {
    if (units.a == units.a_end || units.b == units.b_end) {
      const Bytes trimmed = trim_blanks(units, gap);
      add(units, trimmed, operation_of(trimmed));
      return;
    }
    const Bytes core{a_.units[units.a].begin, a_.units[units.a_end - 1].end,
                     b_.units[units.b].begin, b_.units[units.b_end - 1].end};
    add_blanks({units.a, units.a, units.b, units.b}, {gap.a, core.a, gap.b, core.b});
    add(units, core, Operation::replace);
    add_blanks({units.a_end, units.a_end, units.b_end, units.b_end},
               {core.a_end, gap.a_end, core.b_end, gap.b_end});
  }

  /// Takes off what both sides begin and end with; only blanks can be equal there.
  Bytes trim_blanks(const Range& units, Bytes gap) const {
    const std::uint32_t a_first = units.a < units.a_end ? a_.units[units.a].begin : gap.a_end;
    const std::uint32_t b_first = units.b < units.b_end ? b_.units[units.b].begin : gap.b_end;
    std::uint32_t size = 0;
    const std::uint32_t most = std::min(a_first - gap.a, b_first - gap.b);
    while (size < most && a_.text[gap.a + size] == b_.text[gap.b + size]) ++size;
    while (!is_boundary(a_.text, gap.a + size)) --size;
    gap.a += size;
    gap.b += size;
    const std::uint32_t a_last = units.a < units.a_end ? a_.units[units.a_end - 1].end : gap.a;
    const std::uint32_t b_last = units.b < units.b_end ? b_.units[units.b_end - 1].end : gap.b;
    size = 0;
    const std::uint32_t most_back =
        std::min(gap.a_end - std::max(a_last, gap.a), gap.b_end - std::max(b_last, gap.b));
    while (size < most_back && a_.text[gap.a_end - size - 1] == b_.text[gap.b_end - size - 1])
      ++size;
    while (!is_boundary(a_.text, gap.a_end - size)) --size;
    gap.a_end -= size;
    gap.b_end -= size;
    return gap;
  }

  struct Segment {
    std::uint32_t first, last, begin, end, move;
  };

  /// Units [first, last) of one side that a move took or brought.
  struct Place {
    std::uint32_t first, last, move;
    bool operator<(const Place& other) const { return first < other.first; }
  };
  static std::vector<Place>::const_iterator from(const std::vector<Place>& places,
                                                 std::uint32_t first) {
    return std::lower_bound(places.begin(), places.end(), Place{first, 0, 0});
  }
  static bool holds(const std::vector<Place>& places, std::uint32_t first, std::uint32_t last) {
    const auto place = from(places, first);
    return place != places.end() && place->first < last;
  }

  void add_gap_with_moves(const Range& units, Bytes gap) {
    gap = trim_blanks(units, gap);
    const std::vector<Segment> left = segments(a_, moved_away_, units.a, units.a_end, gap.a,
                                               gap.a_end),
                               right = segments(b_, moved_here_, units.b, units.b_end, gap.b,
                                                gap.b_end);
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
      if (i < left.size()) {
        at.a = left[i].begin, at.a_end = left[i].end;
        place.a = left[i].first, place.a_end = left[i].last;
        ++i;
      } else {
        at.a = at.a_end;
        place.a = place.a_end;
      }
      if (j < right.size()) {
        at.b = right[j].begin, at.b_end = right[j].end;
        place.b = right[j].first, place.b_end = right[j].last;
        ++j;
      } else {
        at.b = at.b_end;
        place.b = place.b_end;
      }
      if (at.empty()) continue;
      if (place.empty())
        add_noise_at(place, at,
                     noise_of_blanks(old_text(at.a, at.a_end), new_text(at.b, at.b_end)));
      else
        add(place, at, operation_of(at));
    }
  }

  /// Cuts one side of a gap into moved passages and the rest. Blanks belong to what they stand
  /// before, those at the end to the last.
  static std::vector<Segment> segments(const Version& v, const std::vector<Place>& moved_places,
                                       std::uint32_t first, std::uint32_t last, std::uint32_t begin,
                                       std::uint32_t end) {
    std::vector<Segment> found;
    std::uint32_t at = first;
    const auto push = [&](std::uint32_t to, std::uint32_t move) {
      if (at == to) return;
      found.push_back(
          {at, to, found.empty() ? begin : found.back().end, v.units[to - 1].end, move});
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
  void add_end(const Segment& s, const Bytes& at, bool old) {
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

  const Version& a_;
  const Version& b_;
  std::vector<Hunk>& hunks_;
  std::vector<Place> moved_away_, moved_here_;
  std::uint32_t inside_ = Hunk::none;
};

}  // namespace

std::vector<Hunk> find_hunks(const Version& a, const Version& b, const Alignment& alignment) {
  std::vector<Hunk> hunks;
  Builder outer(a, b, hunks);
  outer.passage(
      {0, a.size(), 0, b.size()},
      {0, static_cast<std::uint32_t>(a.text.size()), 0, static_cast<std::uint32_t>(b.text.size())},
      alignment.runs, &alignment.moves, Hunk::none);
  if (alignment.moves.empty()) return hunks;
  const std::size_t outer_size = hunks.size();
  for (std::uint32_t m = 0; m < alignment.moves.size(); ++m) {
    const Range& r = alignment.moves[m].range;
    hunks.push_back({Operation::move, {}, {}, r, m, false, 0, Cause{}, 0});
    Builder inner(a, b, hunks);
    inner.passage(r,
                  {a.units[r.a].begin, a.units[r.a_end - 1].end, b.units[r.b].begin,
                   b.units[r.b_end - 1].end},
                  alignment.moves[m].runs, nullptr, m);
  }
  std::vector<Hunk*> moves(alignment.moves.size());
  for (std::size_t i = outer_size; i < hunks.size(); ++i)
    if (hunks[i].is_move()) moves[hunks[i].move] = &hunks[i];
  for (std::size_t i = 0; i < outer_size; ++i)
    if (hunks[i].moved) {
      Hunk& move = *moves[hunks[i].move];
      if (hunks[i].operation == Operation::remove)
        move.a = hunks[i].a;
      else
        move.b = hunks[i].b;
    }
  sort_by(hunks, [](const Hunk& hunk) { return two_keys(hunk.a.begin, hunk.b.begin); });
  std::vector<std::uint32_t> place(alignment.moves.size());
  for (std::uint32_t i = 0; i < hunks.size(); ++i)
    if (hunks[i].is_move()) place[hunks[i].move] = i;
  for (Hunk& hunk : hunks)
    hunk.move = hunk.is_move() || hunk.move == Hunk::none ? Hunk::none : place[hunk.move];
  return hunks;
}

}  // namespace palimpsest
