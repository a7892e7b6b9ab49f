// Tested by tests/core/causes_test.cpp.
#include "compare/evidence.h"

#include "compare/sides.h"

namespace palimpsest {

Evidence find_evidence(const Version& a, const Version& b, const std::vector<Hunk>& hunks) {
  Evidence evidence;
  for (const Hunk& hunk : hunks) {
    if (hunk.noise != 0 || hunk.is_move() || hunk.moved) continue;
    ++evidence.hunks;
    const Words before{a, hunk.units.a, hunk.units.a_end, hunk.old_classes},
        after{b, hunk.units.b, hunk.units.b_end, hunk.new_classes};
    // A name where the other text has one small word that no name could stand for.
    if (after.size() <= 1 && is_name(before) &&
        (after.empty() || !after.unit(after.first).is(Unit::capital)))
      ++evidence.overwritten;
  }
  return evidence;
}

}  // namespace palimpsest
