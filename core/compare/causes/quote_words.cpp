// Other words between quotation marks: what somebody is quoted with is not what it was.
// Leaves damage and style inside a quotation alone, and quotations that only one text has.
#include "compare/sides.h"

namespace palimpsest {

bool causes::quote_words::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return d.hunk.noise == 0 && x.size() + y.size() > 0 && is_in_quote(x) && is_in_quote(y);
}

std::string causes::quote_words::why(const Difference& d) { return changes("the quotation", d); }

}  // namespace palimpsest
