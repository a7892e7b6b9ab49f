// The same characters, in one text read in the wrong encoding: "mayorâ€™s", "mayor’s".
// Leaves another word alone, however many odd characters it has.
#include "compare/sides.h"

namespace palimpsest {

bool causes::mojibake::matches(const Difference& d) { return has_noise(d, Noise::mojibake); }

std::string causes::mojibake::why(const Difference& d) {
  return quoted(d.hunk.a.of(d.a.text)) + " and " + quoted(d.hunk.b.of(d.b.text)) +
         " are the same characters, read in two encodings";
}

}  // namespace palimpsest
