// Tested by tests/core/causes_test.cpp.
#include "compare/cause.h"

#include <array>
#include <bit>
#include <iterator>

#include "compare/compare.h"
#include "compare/sides.h"

namespace palimpsest {
namespace {

// What the columns of causes.def may say.
namespace needs {
#define WORDS(name, bit, words) constexpr std::uint32_t name = 1u << bit;
#include "compare/words.def"
constexpr std::uint32_t any = Words::noted_any, numeric = Words::numeric, name = Words::name,
                        capital = Words::capital, dated = date | numeric;
}  // namespace needs

constexpr std::uint8_t shapes_of(unsigned shapes) { return static_cast<std::uint8_t>(shapes); }

constexpr CauseRule rows[] = {
#define CAUSE(name, group, shapes, classes, title, explanation) \
  {Cause::name,                                                 \
   CauseGroup::group,                                           \
   [] {                                                         \
     using namespace shape;                                     \
     return shapes_of(shapes);                                  \
   }(),                                                         \
   [] {                                                         \
     using namespace needs;                                     \
     return classes;                                            \
   }(),                                                         \
   #name,                                                       \
   title,                                                       \
   explanation,                                                 \
   causes::name::matches,                                       \
   causes::name::why},
#include "compare/causes.def"
};
static_assert(std::size(rows) <= 64, "Hunk::causes has a bit per row");

constexpr std::uint64_t bit_of(const CauseRule& rule) {
  return std::uint64_t{1} << static_cast<int>(rule.cause);
}

/// The rows that are asked of a shape, a bit each; of a moved passage all are.
constexpr auto asked = [] {
  std::array<std::uint64_t, shape_count> masks{};
  for (const CauseRule& rule : rows)
    for (std::size_t s = 0; s < shape_count; ++s)
      if (s == 0 || (rule.shapes >> s & 1) != 0) masks[s] |= bit_of(rule);
  return masks;
}();
constexpr std::uint64_t damage_rows = [] {
  std::uint64_t mask = 0;
  for (const CauseRule& rule : rows)
    if (rule.group == CauseGroup::damage) mask |= bit_of(rule);
  return mask;
}();

std::uint8_t shape_of(const Hunk& hunk) {
  if (hunk.is_move() || hunk.moved) return shape::moved;
  if (hunk.noise != 0) return shape::noise;
  return hunk.units.a == hunk.units.a_end   ? shape::added
         : hunk.units.b == hunk.units.b_end ? shape::removed
                                            : shape::replaced;
}

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

void note_words(const Version& a, const Version& b, Hunk& hunk) {
  if (hunk.noise != 0) return;
  hunk.old_classes = Words{a, hunk.units.a, hunk.units.a_end}.noted().classes_of_any;
  hunk.new_classes = Words{b, hunk.units.b, hunk.units.b_end}.noted().classes_of_any;
}

void find_cause(const Version& a, const Version& b, const Evidence& evidence, Hunk& hunk) {
  const Difference difference{a, b, hunk, evidence};
  const std::uint32_t classes = hunk.old_classes | hunk.new_classes;
  bool found = false;
  for (std::uint64_t left = asked[static_cast<std::size_t>(std::countr_zero(shape_of(hunk)))];
       left != 0;) {
    const CauseRule& rule = rows[std::countr_zero(left)];
    left &= left - 1;
    if ((rule.needs & classes) == 0 || !rule.matches(difference)) continue;
    hunk.causes |= bit_of(rule);
    if (!found) hunk.cause = rule.cause;
    // Noise and damage that changed no meaning need no second cause, but several kinds of noise
    // are all told.
    if (rule.group == CauseGroup::wording || (rule.group == CauseGroup::damage && hunk.noise == 0))
      return;
    if (!found) left &= damage_rows;
    found = true;
  }
}

}  // namespace palimpsest
