// Another amount of money or another percentage.
// Leaves plain numbers alone, and the same amount in another form.
#include "compare/sides.h"

namespace palimpsest {
namespace {

bool is_amount(const Words& words) {
  const Version& v = words.version;
  const auto is_unit = [&](std::uint64_t key) {
    return key == '$' || key == '%' || key == "£"_key || key == "€"_key;
  };
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (is_unit(v.keys[i])) return true;
  return (words.first > 0 && is_unit(v.keys[words.first - 1])) ||
         (words.last < v.size() && is_unit(v.keys[words.last]));
}

}  // namespace

bool causes::amount::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return x.size() <= 12 && y.size() <= 12 && has_number(x) && has_number(y) &&
         (is_amount(x) || is_amount(y));
}

std::string causes::amount::why(const Difference& d) { return changes("the amount", d); }

}  // namespace palimpsest
