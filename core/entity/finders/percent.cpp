// Shares in per cent or percentage points: "12 percent", "12.5%", "12 to 15 per cent", "half a
// percentage point", "-0.3 pct".
// Leaves alone a percentage without a number ("a large percentage"), "50 cents per share".
#include "entity/amount.h"
#include "entity/finder.h"
#include "entity/numeral.h"

namespace palimpsest {
namespace {

using enum TermSort;

/// The term behind "percent", "%", "per cent", "percentage points" at `i`; 0 if there is none.
std::size_t read_percent_word(const Terms& terms, std::size_t i) {
  if (terms.is_mark(i, '-') && terms.glued(i) && terms.glued(i + 1)) ++i;
  if (!terms.follows(i)) return 0;
  if (terms.is_mark(i, '%') || terms.is_mark(i, U'％')) return i + 1;
  if (terms.is(i, per)) {
    const std::size_t coin = terms.is_mark(i + 1, '-') && terms.glued(i + 1) ? i + 2 : i + 1;
    return terms.is(coin, cent) && terms[coin].value == 0 && terms.follows(coin) ? coin + 1 : 0;
  }
  if (terms.text(i) == "pc") return i + 1;
  if (!terms.is(i, percent)) return 0;
  std::size_t next = i + 1;
  if (terms.is_mark(next, '-') && terms.glued(next)) ++next;
  if (terms.is_text(next, "point") || terms.is_text(next, "points")) return next + 1;
  return terms.is_text(i, "percentage") ? 0 : i + 1;
}

struct Percent {
  std::size_t end = 0;
  std::string value;
};

/// "half a percent", "one-half of 1 percent", "a quarter of a percentage point".
Percent read_part_of_one(const Terms& terms, std::size_t i) {
  std::size_t at = i;
  std::string value;
  if (terms.is(at, half)) {
    value = "0.5";
    ++at;
  } else if (terms.is(at, article) && !terms.is_text(at, "the") && terms.is(at + 1, half)) {
    value = "0.5";
    at += 2;
  } else if (terms.is(at, article) && terms.is_any(at + 1, {"percentage", "full"})) {
    if (terms.is_text(at, "the")) return {};
    at += terms.is_text(at + 1, "full") ? 2 : 1;
    if (!terms.is_text(at, "percentage") || !terms.is_text(at + 1, "point")) return {};
    value = "1";
  } else if (terms.is(at, article) && terms.is(at + 1, ordinal) && terms.is(at + 2, of)) {
    at += 2;  // "a third of one percent" has no exact value
  } else if (terms.is(at, article) && terms.is_text(at + 1, "quarter")) {
    value = "0.25";
    at += 2;
  } else {
    const auto number = read_numeral(terms, i);
    if (!number || !number->value || !less(*number->value, Decimal{1, 0})) return {};
    value = print(*number->value);
    at = number->end;
  }
  if (terms.is(at, of)) ++at;
  if (terms.is(at, article) || terms.is_text(at, "one") || terms.is_text(at, "1")) ++at;
  if (!terms.follows(at) || at == i) return {};
  return {read_percent_word(terms, at), value};
}

Percent read_at(const Terms& terms, std::size_t i) {
  const TermSort sort = terms[i].sort, next = terms[i + 1].sort;
  const bool may_be_part = sort == half || sort == numeral || next == half || next == period ||
                           next == percent || next == ordinal || terms.is_text(i + 1, "full") ||
                           terms.is_mark(i + 1, '/') || sort == mark;
  if (may_be_part)
    if (const Percent part = read_part_of_one(terms, i); part.end > 0) return part;
  const auto amount = read_amount(terms, i, Joined::dash_or_word);
  if (!amount) return {};
  Percent result{read_percent_word(terms, amount->end), amount->value()};
  if (result.end > 0 && !amount->last && terms.is_dash(result.end) && terms.glued(result.end) &&
      terms.glued(result.end + 1)) {  // "12%-15%"
    const auto other = read_numeral(terms, result.end + 1);
    const std::size_t end = other ? read_percent_word(terms, other->end) : 0;
    if (end > 0) return {end, Amount{amount->first, *other, end}.value()};
  }
  return result;
}

bool may_begin(TermSort sort) {
  return sort == digits || sort == numeral || sort == half || sort == article || sort == mark ||
         sort == quantifier;
}

}  // namespace

void finders::percent::find(const NamedText& text, Mentions& mentions) {
  if (text.terms == nullptr) return;
  const Terms& terms = *text.terms;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (!may_begin(terms[i].sort) || (terms[i].sort == mark && terms[i].value < 0x80)) continue;
    const Percent found = read_at(terms, i);
    if (found.end == 0) continue;
    std::size_t first = i;
    std::string value = found.value;
    // "-0.3%" behind a blank is below zero; "pre-12%" is not.
    if (i > 0 && (terms.is_mark(i - 1, '-') || terms.is_mark(i - 1, U'−')) && terms.glued(i) &&
        !terms.glued(i - 1)) {
      first = i - 1;
      if (!value.empty()) value.insert(0, "-");
    }
    mentions.add(terms.span(first, found.end), 98);
    mentions.set_value(std::move(value));
    i = found.end - 1;
  }
}

}  // namespace palimpsest
