// Points at double marks that open what nothing closes, or close what nothing opened. Suggests and
// never invents: where the missing mark stood is not known. Leaves quotations alone that run on in
// the next paragraph and open anew there, and texts of one paragraph that may be cut out of a
// longer quotation: `We agreed." She left.`
#include "repair/quote_marks.h"
#include "repair/quote_words.h"
#include "repair/rule.h"

namespace palimpsest {
namespace {

bool may_stand_alone(const QuoteMark& mark) { return is_double(mark.form); }

/// True if a clause between `from` and `to` says who speaks, behind a comma: ", he said". That is
/// outside the quotation.
bool says_who(const Passage& passage, std::size_t from, std::size_t to) {
  std::size_t words_since_comma = 9;
  for (std::size_t i = from; i < to; ++i) {
    const Token& token = passage.tokens[i];
    if (token.is(',')) words_since_comma = 0;
    if (!token.is_word()) continue;
    if (++words_since_comma <= 3 && is_speech_verb(passage.of(i))) return true;
  }
  return false;
}

}  // namespace

void rules::unbalanced_quote::find(const Passage& passage, Edits& edits) {
  const std::vector<QuoteMark>& marks = passage.quote_marks();
  bool one_paragraph = true;
  for (std::size_t i = 1; i < marks.size(); ++i) one_paragraph &= !marks[i].starts_paragraph;
  std::size_t doubles = 0, seen = 0;
  for (const QuoteMark& mark : marks) doubles += may_stand_alone(mark);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const QuoteMark& mark = marks[i];
    if (!may_stand_alone(mark)) continue;
    ++seen;
    if (!mark.unmatched) continue;
    if (mark.role == QuoteRole::opening) {
      const bool last = seen == doubles && one_paragraph;
      const std::size_t end = i + 1 < marks.size() ? marks[i + 1].token : passage.tokens.size();
      if ((last || mark.runs_on) && !says_who(passage, mark.token, end)) continue;
    } else if (seen == 1 && one_paragraph) {
      continue;
    }
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
