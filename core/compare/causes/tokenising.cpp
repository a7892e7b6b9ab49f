// A blank that only one text has, at a mark or inside a word: "Trump ,", "do n't", "well - known",
// "U .S .". Leaves words alone that differ in a letter.
#include "compare/sides.h"

namespace palimpsest {

bool causes::tokenising::matches(const Difference& d) {
  if (d.hunk.noise != 0) return has_noise(d, Noise::joined);
  const Words x = old_side(d), y = new_side(d);
  if (x.empty() || y.empty() || x.size() > 32 || y.size() > 32) return false;
  if (x.text().front() != y.text().front() || x.text().back() != y.text().back()) return false;
  const auto without_blanks = [](const Words& words) {
    std::string text;
    for (std::uint32_t i = words.first; i < words.last; ++i) text += words.version.of(i);
    return text;
  };
  return without_blanks(x) == without_blanks(y);
}

std::string causes::tokenising::why(const Difference& d) {
  const bool old_has = d.hunk.a.size() > d.hunk.b.size();
  return old_has ? "the first text has a blank here that the second has not"
                 : "the second text has a blank here that the first has not";
}

}  // namespace palimpsest
