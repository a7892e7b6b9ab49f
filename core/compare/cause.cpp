// Tested by tests/core/causes_test.cpp.
#include "compare/cause.h"

#include <iterator>

#include "compare/compare.h"
#include "compare/sides.h"

namespace palimpsest {
namespace {

constexpr CauseRule rows[] = {
#define CAUSE(name, group, title, explanation)                          \
  {Cause::name,           CauseGroup::group, #name, title, explanation, \
   causes::name::matches, causes::name::why},
#include "compare/causes.def"
};
static_assert(std::size(rows) <= 64, "Hunk::causes has a bit per row");

}  // namespace

std::span<const CauseRule> cause_rules() { return rows; }
const CauseRule& rule_of(Cause cause) { return rows[static_cast<std::size_t>(cause)]; }

std::string_view name_of(CauseGroup group) {
  constexpr std::string_view names[] = {"damage", "style", "wording", "meaning"};
  return names[static_cast<std::size_t>(group)];
}
std::string_view title_of(CauseGroup group) {
  constexpr std::string_view titles[] = {"Damage", "Style", "Wording", "Meaning"};
  return titles[static_cast<std::size_t>(group)];
}

void find_cause(const Version& a, const Version& b, const Evidence& evidence, Hunk& hunk) {
  Difference difference{a, b, hunk, evidence};
  if (hunk.noise == 0) {
    difference.old_classes = old_side(difference).noted().classes_of_any;
    difference.new_classes = new_side(difference).noted().classes_of_any;
  }
  bool found = false;
  for (const CauseRule& rule : rows) {
    if (found && rule.group != CauseGroup::damage) continue;
    if (!rule.matches(difference)) continue;
    hunk.causes |= std::uint64_t{1} << static_cast<int>(rule.cause);
    if (!found) hunk.cause = rule.cause;
    // Noise and damage that changed no meaning need no second cause, but several kinds of noise
    // are all told.
    if (rule.group == CauseGroup::wording || (rule.group == CauseGroup::damage && hunk.noise == 0))
      return;
    found = true;
  }
}

}  // namespace palimpsest
