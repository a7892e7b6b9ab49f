// Another number, in digits or in words.
// Leaves the same number in another form alone, and numbers in passages that are new as a whole.
#include "compare/sides.h"

namespace palimpsest {

bool causes::number::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return x.size() <= 12 && y.size() <= 12 && has_number(x) && has_number(y);
}

std::string causes::number::why(const Difference& d) { return changes("the number", d); }

}  // namespace palimpsest
