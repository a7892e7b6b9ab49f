// Sets apostrophes: don't becomes don’t, the ‘90s become the ’90s. Leaves the letters alone that
// look like one (Hawai‘i), and feet and minutes (6'2").
#include "repair/quote_edits.h"

namespace palimpsest {

void rules::apostrophe::find(const Passage& passage, Edits& edits) {
  add_quote_edits(passage, RepairKind::apostrophe, edits);
}

std::string rules::apostrophe::why(const Explained& change) { return why_quote(change); }

}  // namespace palimpsest
