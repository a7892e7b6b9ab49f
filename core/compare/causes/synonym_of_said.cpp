// One plain word for saying in place of another: "said", "added", "told".
// Leaves words alone that say more than that it was said: "denied", "claimed", "admitted"
// (attribution).
#include "compare/sides.h"

namespace palimpsest {

bool causes::synonym_of_said::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return x.size() == 1 && y.size() == 1 && x.all(UnitClass::neutral_saying) &&
         y.all(UnitClass::neutral_saying);
}

std::string causes::synonym_of_said::why(const Difference& d) {
  return changes("the word for saying", d);
}

}  // namespace palimpsest
