// Another year, month, day or weekday.
// Leaves the same date in another form alone.
#include "compare/sides.h"

namespace palimpsest {

bool causes::date_changed::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return !x.empty() && !y.empty() && x.size() <= 8 && y.size() <= 8 && is_date(x) && is_date(y);
}

std::string causes::date_changed::why(const Difference& d) { return changes("the date", d); }

}  // namespace palimpsest
