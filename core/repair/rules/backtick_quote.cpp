// Sets the marks that treebanks and TeX write with the keys ` and ': ``No,'' becomes “No,”.
// Leaves code in backticks alone: `make`.
#include "repair/quote_edits.h"

namespace palimpsest {

void rules::backtick_quote::find(const Passage& passage, Edits& edits) {
  add_quote_edits(passage, RepairKind::backtick_quote, edits);
}

std::string rules::backtick_quote::why(const Explained& change) { return why_quote(change); }

}  // namespace palimpsest
