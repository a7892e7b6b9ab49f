// A line break that only one text has, or more of them.
// Leaves blanks within a line alone.
#include "compare/sides.h"

namespace palimpsest {

bool causes::paragraph_break::matches(const Difference& d) {
  return has_noise(d, Noise::paragraph);
}

std::string causes::paragraph_break::why(const Difference& d) {
  const auto lines = [](std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += c == '\n';
    return count;
  };
  return lines(d.hunk.a.of(d.a.text)) > lines(d.hunk.b.of(d.b.text))
             ? "a line break of the first text is missing in the second"
             : "the second text has a line break that the first has not";
}

}  // namespace palimpsest
