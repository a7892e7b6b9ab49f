// Takes away the blank that a tokeniser set inside a quotation, and sets the mark: `" take it . "`
// becomes `“take it.”`. Leaves alone a blank here and there in a text whose marks stand close.
#include "repair/quote_edits.h"

namespace palimpsest {

void rules::spaced_quote::find(const Passage& passage, Edits& edits) {
  add_quote_edits(passage, RepairKind::spaced_quote, edits);
}

std::string rules::spaced_quote::why(const Explained& change) { return why_quote(change); }

}  // namespace palimpsest
