// Places in an order: "first", "30th", "twenty-first".
// Leaves alone "at first", "first of all", "a split second", "two-thirds" and the ends of dates,
// which belong to the date.
#include "entity/finder.h"

namespace palimpsest {
namespace {

using enum TermSort;

/// Set phrases in which the word counts nothing.
bool is_idiom(const Terms& terms, std::size_t i) {
  const auto text = [&](std::size_t at, std::string_view lower) {
    return terms.is_text(at, lower);
  };
  if (terms[i].value == 1) {
    return text(i - 1, "at") || text(i + 1, "of") || text(i + 1, "aid") || text(i + 1, "lady") ||
           text(i + 1, "ladies") || text(i + 1, "name") || text(i + 1, "names") ||
           text(i + 1, "minister") ||
           (terms.is_mark(i + 1, '-') && terms.glued(i + 1) &&
            (text(i + 2, "hand") || text(i + 2, "rate")));
  }
  if (terms[i].value == 2) {
    const bool behind_article = terms.is(i - 1, article) && !text(i - 1, "the");
    return text(i - 1, "split") || text(i + 1, "thoughts") || terms.is(i - 1, per) ||
           terms.is(i - 1, numeral) || terms.is(i - 1, digits) ||
           (behind_article &&
            (!terms.follows(i + 1) || (terms.is(i + 1, mark) && !terms.is_dash(i + 1)) ||
             terms.is(i + 1, later))) ||
           (terms.is_mark(i + 1, '-') && terms.glued(i + 1) && text(i + 2, "hand"));
  }
  return false;
}

}  // namespace

void finders::ordinal::find(const NamedText& text, Mentions& mentions) {
  if (text.terms == nullptr) return;
  const Terms& terms = *text.terms;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].name != 0) continue;
    if (terms.is_plain(i) && terms.is(i + 1, ordinal_end) && terms.glued(i + 1)) {
      if (terms.glued(i) && !terms.is(i - 1, mark)) continue;
      mentions.add(terms.span(i, i + 2), 95);
      mentions.set_value(std::to_string(terms[i].value));
      ++i;
    } else if (terms.is(i, numeral) && terms[i].value >= 20 && terms.is_dash(i + 1) &&
               terms.glued(i + 1) && terms.is(i + 2, TermSort::ordinal) &&
               terms[i + 2].value < 10 && terms.glued(i + 2)) {
      mentions.add(terms.span(i, i + 3), 95);
      mentions.set_value(std::to_string(terms[i].value + terms[i + 2].value));
      i += 2;
    } else if (terms.is(i, TermSort::ordinal)) {
      const bool fraction_part =
          i > 0 && terms.is_dash(i - 1) && terms.glued(i) && terms.is(i - 2, numeral);
      if (fraction_part || is_idiom(terms, i)) continue;
      mentions.add(terms.span(i, i + 1), 90);
      mentions.set_value(std::to_string(terms[i].value));
    }
  }
}

}  // namespace palimpsest
