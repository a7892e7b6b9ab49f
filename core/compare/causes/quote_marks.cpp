// Other quotation marks or another apostrophe: ' and ’, " and “ or ”, `` and ".
// Leaves a quotation mark alone that only one text has.
#include "compare/sides.h"

namespace palimpsest {

bool causes::quote_marks::matches(const Difference& d) { return has_noise(d, Noise::quote); }

std::string causes::quote_marks::why(const Difference& d) {
  return quoted(d.hunk.a.of(d.a.text)) + " and " + quoted(d.hunk.b.of(d.b.text)) +
         " differ in the form of a quotation mark or an apostrophe";
}

}  // namespace palimpsest
