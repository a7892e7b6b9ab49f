// Tested by tests/core/causes_test.cpp and by the law that hunks rebuild the second text.
#include <algorithm>

#include "compare/hunk_builder.h"
#include "compare/noise.h"

namespace palimpsest {

/// A difference that leaves the units equal; merged with the one before if it touches it.
void HunkBuilder::add_noise_at(const Range& units, const Bytes& bytes, std::uint16_t noise) {
  if (bytes.empty() || same_text(bytes)) return;
  if (!hunks_.empty()) {
    Hunk& last = hunks_.back();
    if (last.noise != 0 && last.move == inside_ && last.a.end >= bytes.a && last.b.end >= bytes.b) {
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

/// Blanks that differ before unit `units.a_end` / `units.b_end`.
void HunkBuilder::add_blanks(const Range& units, const Bytes& bytes) {
  add_noise_at(units, bytes,
               noise_of_blanks(old_text(bytes.a, bytes.a_end), new_text(bytes.b, bytes.b_end)));
}

void HunkBuilder::add_noise(const Run& run) {
  const std::uint32_t a_begin = a_.units[run.a].begin, a_end = a_.units[run.a_end() - 1].end;
  const std::uint32_t b_begin = b_.units[run.b].begin, b_end = b_.units[run.b_end() - 1].end;
  if (same_text({a_begin, a_end, b_begin, b_end})) return;
  for (std::uint32_t k = 0; k < run.size; ++k) {
    const std::uint32_t i = run.a + k, j = run.b + k;
    const Unit& x = a_.units[i];
    const Unit& y = b_.units[j];
    if (k > 0) {
      const std::uint32_t from_a = a_.units[i - 1].end, from_b = b_.units[j - 1].end;
      if (!same_text({from_a, x.begin, from_b, y.begin})) {
        if (x.is(Unit::joined) || y.is(Unit::joined))  // "do n't", "don't": the word as a whole
          add_noise_at({i - 1, i + 1, j - 1, j + 1},
                       {a_.units[i - 1].begin, x.end, b_.units[j - 1].begin, y.end},
                       static_cast<std::uint16_t>(Noise::joined));
        else
          add_blanks({i, i, j, j}, {from_a, x.begin, from_b, y.begin});
      }
    }
    if (same_text({x.begin, x.end, y.begin, y.end})) continue;
    std::uint32_t back = 0, on = 1;
    while (back < k && (a_.units[i - back].is(Unit::joined) || b_.units[j - back].is(Unit::joined)))
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

}  // namespace palimpsest
