// Points at marks that open what nothing closes, or close what nothing opened. Suggests and never
// invents: where the missing mark stood is not known. Leaves quotations alone that run on in the
// next paragraph and open anew there.
#include "repair/quote_marks.h"
#include "repair/rule.h"

namespace palimpsest {

void rules::unbalanced_quote::find(const Passage& passage, Edits& edits) {
  for (const QuoteMark& mark : passage.quote_marks()) {
    if (!mark.unmatched) continue;
    edits.suggest(passage.tokens.span(mark.token, mark.token + mark.size() - 1), "", 30,
                  mark.role == QuoteRole::opening);
  }
}

std::string rules::unbalanced_quote::why(const Explained& change) {
  const std::string mark(change.before);
  return change.detail != 0
             ? "The mark " + mark + " opens a quotation that nothing closes in its paragraph"
             : "The mark " + mark + " closes a quotation that nothing opened in its paragraph";
}

}  // namespace palimpsest
