// A name where the other text has a word or a mark that is none: "from a Russia of strength", "a
// position of strength". Tools that write out names leave such texts. Leaves one name for another
// alone in an unharmed text, and longer passages.
#include "compare/sides.h"

namespace palimpsest {

bool causes::overwritten_word::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (y.empty() || x.empty()) return false;
  // Where names were written over other words, one over another name is such damage, too: the name
  // is the cause, and this stands in the chain.
  if (is_name(x) && is_name(y)) return d.evidence.old_is_overwritten();
  if (y.size() != 1) return false;
  if (is_name(x)) return true;
  // A heading with names in it, in a text into which names were written.
  return d.evidence.old_is_overwritten() && x.size() >= 4 && x.count(Unit::capital) >= 2;
}

std::string causes::overwritten_word::why(const Difference& d) {
  return quoted(old_side(d)) + " was written over " + quoted(new_side(d));
}

}  // namespace palimpsest
