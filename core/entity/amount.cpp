// Tested by tests/core/numeral_test.cpp.
#include "entity/amount.h"

namespace palimpsest {

using enum TermSort;

std::optional<Amount> read_amount(const Terms& terms, std::size_t i, Joined joined,
                                  bool short_scales) {
  const std::optional<Numeral> first = read_numeral(terms, i, short_scales);
  if (!first) return std::nullopt;
  Amount amount{*first, std::nullopt, first->end};
  std::size_t next = first->end;
  if (terms.is_dash(next) && terms.follows(next)) {
    // "5-10", "5 – 10"; not "5 -10".
    if (terms.glued(next) != terms.glued(next + 1) ||
        (!terms.glued(next) && terms.is_mark(next, '-')))
      return amount;
  } else if (joined != Joined::dash_or_word || !terms.follows(next) ||
             !(terms.is_text(next, "to") || terms.is_text(next, "or"))) {
    return amount;
  }
  ++next;
  if (!terms.follows(next) || terms.is(next, article) || terms.is(next, mark)) return amount;
  const std::optional<Numeral> last = read_numeral(terms, next, short_scales);
  if (!last || last->vague != first->vague) return amount;
  amount.last = last;
  amount.end = last->end;
  return amount;
}

std::string Amount::value() const {
  if (!first.value) return {};
  if (!last) return print(*first.value);
  if (!last->value) return {};
  Decimal low = *first.value;
  // "10 to 15 million": the million is of both.
  if (first.power == 0 && last->power > 0 && less(low, times_ten_to(*last->value, -last->power)))
    low = times_ten_to(low, last->power);
  const std::string from = print(low), to = print(*last->value);
  return from.empty() || to.empty() ? std::string() : from + ".." + to;
}

}  // namespace palimpsest
