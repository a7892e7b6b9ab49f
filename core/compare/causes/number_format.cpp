// The same number in another form: "4 , 000", "4,000"; "25 percent", "25%"; "four", "4"; "$4 billion", "$4bn".
// Leaves numbers alone that are not equal.
#include "compare/sides.h"

namespace palimpsest {

bool causes::number_format::matches(const Difference& d) {
  if (d.hunk.noise != 0) return has_noise(d, Noise::number);
  const Words x = old_side(d), y = new_side(d);
  if (x.empty() || y.empty() || x.size() > 6 || y.size() > 6 || !has_number(x) || !has_number(y))
    return false;
  const double before = number_value(x), after = number_value(y);
  return before >= 0 && before == after;
}

std::string causes::number_format::why(const Difference& d) {
  return quoted(d.hunk.a.of(d.a.text)) + " and " + quoted(d.hunk.b.of(d.b.text)) +
         " are the same number, written in two ways";
}

}  // namespace palimpsest
