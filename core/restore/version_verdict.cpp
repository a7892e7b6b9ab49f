// What was read of a version, asked as a whole. Tested by tests/core/restore_cases_test.cpp.
#include <algorithm>

#include "restore/version_reading.h"

namespace palimpsest {

bool VersionReading::is_damaged() const {
  // Of 383 real revisions, each read both ways, none looks damaged (tests/quality/
  // restore_version.json).
  const std::uint32_t others = alike + common + revised;
  return (overwritten >= 2 && others == 0) || (overwritten >= 4 && 2 * overwritten >= others) ||
         (overwritten >= 8 && 4 * overwritten >= others);
}

bool VersionReading::has(CleanSpan span) const {
  const auto at =
      std::partition_point(kept.begin(), kept.end(), [&](CleanSpan k) { return k.end < span.end; });
  return at != kept.end() && at->begin <= span.begin;
}

}  // namespace palimpsest
