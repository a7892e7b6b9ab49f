// A sentence or a paragraph that stands elsewhere in the other text.
// Leaves a passage that is written anew elsewhere alone: that is a removal and an addition.
#include "compare/sides.h"

namespace palimpsest {

bool causes::moved::matches(const Difference& d) { return d.hunk.is_move() || d.hunk.moved; }

std::string causes::moved::why(const Difference& d) {
  std::string_view text =
      d.hunk.operation == Operation::insert ? d.hunk.b.of(d.b.text) : d.hunk.a.of(d.a.text);
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  if (d.hunk.operation == Operation::insert) return quoted(text) + " was moved here";
  if (d.hunk.operation == Operation::remove) return quoted(text) + " was moved away from here";
  return quoted(text) + " stands elsewhere in the other text";
}

}  // namespace palimpsest
