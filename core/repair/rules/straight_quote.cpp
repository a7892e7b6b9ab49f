// Sets straight quotation marks in typographic style, or typographic ones in straight style where
// that is asked for. Leaves inches (12") alone, and texts in languages with other marks.
#include "repair/quote_edits.h"

namespace palimpsest {

void rules::straight_quote::find(const Passage& passage, Edits& edits) {
  add_quote_edits(passage, RepairKind::straight_quote, edits);
}

std::string rules::straight_quote::why(const Explained& change) { return why_quote(change); }

}  // namespace palimpsest
