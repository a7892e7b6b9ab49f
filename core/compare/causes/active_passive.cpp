// "the court rejected the plan" and "the plan was rejected by the court".
// Leaves a passive alone whose other words are not those of the active: the doer may be another.
#include "compare/sides.h"

namespace palimpsest {
namespace {

/// Whether `passive` has a form of "be" and "by", and else the words of `active`.
bool is_passive_of(const Words& passive, const Words& active) {
  if (passive.size() < 5 || passive.size() > 24 || active.size() + 2 != passive.size())
    return false;
  bool be = false, by = false;
  std::string rest;
  std::uint32_t unknown = 0;
  for (std::uint32_t i = passive.first; i < passive.last; ++i) {
    const std::uint64_t key = passive.lower(i);
    if (!by && key == "by"_key) {
      by = true;
      continue;
    }
    if (!be && (key == "was"_key || key == "were"_key || key == "is"_key || key == "are"_key)) {
      be = true;
      continue;
    }
    bool found = false;
    for (std::uint32_t j = active.first; j < active.last && !found; ++j)
      found = active.lower(j) == key;
    unknown += !found;
  }
  return be && by && unknown <= 1;  // the verb may have another form
}

}  // namespace

bool causes::active_passive::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return (is_passive_of(x, y) || is_passive_of(y, x));
}

std::string causes::active_passive::why(const Difference& d) {
  return quoted(old_side(d)) + " and " + quoted(new_side(d)) +
         " say the same, one of them in the passive voice";
}

}  // namespace palimpsest
