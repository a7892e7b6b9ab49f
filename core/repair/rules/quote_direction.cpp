// Turns marks that point the wrong way: ”Yes,” becomes “Yes,”. Leaves Swedish and Finnish texts
// alone, which open with ”, and marks of other languages („ja“).
#include "repair/quote_edits.h"

namespace palimpsest {

void rules::quote_direction::find(const Passage& passage, Edits& edits) {
  add_quote_edits(passage, RepairKind::quote_direction, edits);
}

std::string rules::quote_direction::why(const Explained& change) { return why_quote(change); }

}  // namespace palimpsest
