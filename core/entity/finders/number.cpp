// Counts and other numbers that are none of the other kinds: "4,000", "two and a half million",
// "dozens", "10 to 15", "two-thirds", "3-2".
// Leaves alone "one" where it stands for somebody or something ("no one", "one of them" is a
// count), digits that are part of a word, an address or a telephone number, and the numbers of a
// list.
#include "entity/amount.h"
#include "entity/finder.h"

namespace palimpsest {
namespace {

using enum TermSort;

/// Whether "one" at `i` counts: "one of them", "one man"; not "no one", "the one who", "one's".
bool is_counting_one(const Terms& terms, std::size_t i) {
  if (i > 0 && terms.follows(i) &&
      (terms.is(i - 1, no_amount) || terms.is(i - 1, deictic) || terms.is(i - 1, article) ||
       terms.is(i - 1, word)) &&
      !terms.is(i + 1, of)) {
    if (!terms.is(i - 1, word) || terms.is_text(i - 1, "such") || terms.is_text(i - 1, "good"))
      return false;
  }
  if (!terms.follows(i + 1)) return false;
  if (terms.is(i + 1, of)) return !terms.is(i - 1, no_amount);
  if (!terms.is(i + 1, word) || terms.glued(i + 1) || terms[i + 1].shape != WordShape::lower)
    return false;
  for (const std::string_view other :
       {"is",   "was",    "has",  "had",  "can",  "could", "would", "should",
        "will", "might",  "must", "who",  "does", "did",   "may",   "knows",
        "says", "thinks", "said", "ever", "with", "as",    "were"})
    if (terms.is_text(i + 1, other)) return false;
  return true;
}

/// Part of a word, of an address, of a telephone number or of a list's numbering.
bool is_part(const Terms& terms, std::size_t first, std::size_t end) {
  if (!terms.is(first, digits)) return false;
  if (terms[first].digits == Term::Digits::odd) return true;
  if (terms.glued(first) && first > 0) {
    if (!terms.is(first - 1, mark)) return true;
    switch (terms[first - 1].value) {
      case '(':
      case '"':
      case '\'':
      case U'“':
      case U'‘':
      case U'—':
      case ';':
        break;
      case '-':
      case U'−':  // below zero, if a blank stands before it
        if (terms.glued(first - 1)) return true;
        break;
      default:
        return true;
    }
  }
  if (terms.glued(end)) {
    if (!terms.is(end, mark)) return true;
    switch (terms[end].value) {
      case '/':
      case '@':
      case '_':
      case '=':
      case ':':
        return true;
      case '-':
      case U'–':
        return terms.glued(end + 1) && terms.is(end + 1, digits);
      case ']':
        return true;
      default:
        break;
    }
  }
  const bool begins_line = terms[first].gap == Term::Gap::line;
  return begins_line && end == first + 1 && terms.glued(end) &&
         (terms.is_mark(end, '.') || terms.is_mark(end, ')'));
}

}  // namespace

void finders::number::find(const NamedText& text, Mentions& mentions) {
  if (text.terms == nullptr) return;
  const Terms& terms = *text.terms;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const TermSort sort = terms[i].sort;
    if (sort != digits && sort != numeral && sort != half && sort != article &&
        sort != quantifier && sort != many && sort != mark)
      continue;
    if (sort == mark && terms[i].value < 0x80) continue;
    // "rose 25 to 1,250" are two numbers, "10 to 15 men" is one range.
    const bool moves =
        i > 0 && terms.is_any(i - 1, {"from", "rose", "fell", "up", "down", "gained", "lost",
                                      "dropped", "climbed", "added", "slipped", "jumped"});
    const auto amount = read_amount(terms, i, moves ? Joined::dash : Joined::dash_or_word);
    if (!amount) continue;
    const bool lone_one = amount->end == i + 1 && terms.is_text(i, "one");
    const bool lone_many = amount->end == i + 1 &&
                           (terms.is_text(i, "tens") || terms.is_text(i, "scores")) &&
                           !terms.is(i + 1, of);
    if (is_part(terms, i, amount->end)) {
      // All of "555-1234-5678" and "10/11/12".
      while (terms.glued(i + 1) &&
             (terms.is(i + 1, digits) || terms.is_dash(i + 1) || terms.is_mark(i + 1, '/')))
        ++i;
      continue;
    }
    if ((lone_one && !is_counting_one(terms, i)) || lone_many || terms.in_name(i, amount->end))
      continue;
    std::size_t first = i;
    std::string value = amount->value();
    if (amount->last && amount->first.value && amount->last->value &&
        !less(*amount->first.value, *amount->last->value))
      value.clear();  // a score
    if (i > 0 && sort == digits && terms.glued(i) &&
        (terms.is_mark(i - 1, '-') || terms.is_mark(i - 1, U'−'))) {
      first = i - 1;
      if (!value.empty()) value.insert(0, "-");
    }
    mentions.add(terms.span(first, amount->end), 88);
    mentions.set_value(std::move(value));
    i = amount->end - 1;
  }
}

}  // namespace palimpsest
