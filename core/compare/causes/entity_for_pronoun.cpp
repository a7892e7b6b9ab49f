// A name where the other text has a pronoun: "Trump suggested", "he suggested". Tools that write
// out whom a pronoun means leave such texts. Leaves one name for another alone.
#include "compare/sides.h"

namespace palimpsest {

bool causes::entity_for_pronoun::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  const auto is_pronoun = [](const Words& words) {
    return words.size() == 1 && words.all(UnitClass::personal);
  };
  return (is_pronoun(x) && is_name(y)) || (is_pronoun(y) && is_name(x));
}

std::string causes::entity_for_pronoun::why(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return y.size() == 1 && y.all(UnitClass::personal)
             ? "the name " + quoted(x) + " stands where the second text has " + quoted(y)
             : "the second text has the name " + quoted(y) + " where the first has " + quoted(x);
}

}  // namespace palimpsest
