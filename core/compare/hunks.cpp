// Tested by tests/core/causes_test.cpp and by the law that hunks rebuild the second text.
#include "compare/hunks.h"

#include "compare/hunk_builder.h"
#include "text/order.h"

namespace palimpsest {

std::vector<Hunk> find_hunks(const Version& a, const Version& b, const Alignment& alignment) {
  std::vector<Hunk> hunks;
  hunks.reserve(alignment.runs.size() + 1);
  HunkBuilder outer(a, b, hunks);
  outer.passage(
      {0, a.size(), 0, b.size()},
      {0, static_cast<std::uint32_t>(a.text.size()), 0, static_cast<std::uint32_t>(b.text.size())},
      alignment.runs, &alignment.moves, Hunk::none);
  if (alignment.moves.empty()) return hunks;
  const std::size_t outer_size = hunks.size();
  for (std::uint32_t m = 0; m < alignment.moves.size(); ++m) {
    const Range& r = alignment.moves[m].range;
    hunks.push_back({Operation::move, {}, {}, r, m, false, 0, Cause{}, 0});
    HunkBuilder inner(a, b, hunks);
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
