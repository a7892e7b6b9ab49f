// Tested by tests/core/causes_test.cpp and by the law that hunks rebuild the second text.
#include "compare/hunk_builder.h"

#include <algorithm>

#include "text/bytes.h"
#include "text/utf8.h"

namespace palimpsest {

bool HunkBuilder::same_text(const Bytes& bytes) const {
  return same_bytes(old_text(bytes.a, bytes.a_end), new_text(bytes.b, bytes.b_end));
}

void HunkBuilder::passage(const Range& range, const Bytes& bytes, const std::vector<Run>& runs,
                          const std::vector<MovedBlock>* moves, std::uint32_t inside) {
  inside_ = inside;
  if (moves != nullptr) note_moves(*moves);
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

void HunkBuilder::add(const Range& units, const Bytes& bytes, Operation operation,
                      std::uint16_t noise) {
  if (same_text(bytes)) return;
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

Operation HunkBuilder::operation_of(const Bytes& bytes) {
  return bytes.a == bytes.a_end   ? Operation::insert
         : bytes.b == bytes.b_end ? Operation::remove
                                  : Operation::replace;
}

void HunkBuilder::add_gap(const Range& units, const Bytes& gap) {
  if (same_text(gap)) return;
  if (units.empty()) {
    add_blanks(units, gap);
    return;
  }
  if (holds_moves(units)) {
    add_gap_with_moves(units, gap);
    return;
  }
  add_change(units, gap);
}

/// One change between two kept units. Blanks that differ around a replacement are hunks of their
/// own; those around an insertion or a deletion are part of it.
void HunkBuilder::add_change(const Range& units, const Bytes& gap) {
  if (units.a == units.a_end || units.b == units.b_end) {
    const Bytes trimmed = trim_blanks(units, gap);
    add(units, trimmed, operation_of(trimmed));
    return;
  }
  const Bytes core{a_.units[units.a].begin, a_.units[units.a_end - 1].end, b_.units[units.b].begin,
                   b_.units[units.b_end - 1].end};
  add_blanks({units.a, units.a, units.b, units.b}, {gap.a, core.a, gap.b, core.b});
  add(units, core, Operation::replace);
  add_blanks({units.a_end, units.a_end, units.b_end, units.b_end},
             {core.a_end, gap.a_end, core.b_end, gap.b_end});
}

/// Takes off what both sides begin and end with; only blanks can be equal there.
Bytes HunkBuilder::trim_blanks(const Range& units, Bytes gap) const {
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
  while (size < most_back && a_.text[gap.a_end - size - 1] == b_.text[gap.b_end - size - 1]) ++size;
  while (!is_boundary(a_.text, gap.a_end - size)) --size;
  gap.a_end -= size;
  gap.b_end -= size;
  return gap;
}

}  // namespace palimpsest
