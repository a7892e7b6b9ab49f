// Tested by tests/core/entity_cases_test.cpp with tests/cases/entity/date.json.
#include "entity/date_phrase.h"

#include "entity/calendar_date.h"
#include "entity/numeral.h"
#include "entity/year.h"

namespace palimpsest {

using enum TermSort;

bool is_period(const Terms& terms, std::size_t i, Period least, Period most) {
  if (!terms.is(i, period)) return false;
  const std::uint32_t which = terms[i].value % 100;
  return which >= static_cast<std::uint32_t>(least) && which <= static_cast<std::uint32_t>(most);
}

DatePhrase read_ago(const Terms& terms, std::size_t i) {
  std::size_t at = 0;
  if (const auto number = read_numeral(terms, i))
    at = number->end;
  else if (terms.is(i, article))
    at = i + 1;
  else if (terms.is(i, quantifier))
    at = i + 1;
  else if (terms.is(i, half))
    at = i + 1;
  if (at == 0 || !terms.follows(at)) return {};
  if (terms.is(at, quantifier)) ++at;
  if (terms.is(at, of) || (terms.is(at, article) && at > i)) ++at;
  if (!is_period(terms, at, Period::day, Period::century) || !terms.follows(at)) return {};
  ++at;
  if (terms.is_text(at, "and") && terms.is(at + 1, article) && terms.is(at + 2, half)) at += 3;
  if (!terms.follows(at) || !(terms.is(at, ago) || terms.is(at, later))) return {};
  return {at + 1, {}, 90};
}

DatePhrase read_season(const Terms& terms, std::size_t i, bool inside) {
  if (const std::size_t end = skip_year(terms, i + 1); end > i + 1) return {end, {}, 92};
  if (inside) return {i + 1, {}, 85};
  const bool the = terms.is_text(i - 1, "the");
  const bool stated =
      i > 0 && terms.follows(i) && (terms.is(i - 1, preposition) || terms.is(i - 1, time_word));
  const bool stated_the =
      the && i > 1 && (terms.is(i - 2, preposition) || terms.is(i - 2, time_word));
  if (terms[i].value > 100 && !stated_the) return {};  // "in spring water", "the fall of Rome"
  if (terms.is(i + 1, of) || terms[i].shape != WordShape::lower || terms.is_mark(i + 1, '-'))
    return {};
  return stated || stated_the ? DatePhrase{i + 1, {}, 80} : DatePhrase{};
}

DatePhrase read_fiscal(const Terms& terms, std::size_t i) {
  std::size_t at = i + 1;
  if (terms.is_text(at, "year")) ++at;
  if (!terms.follows(at)) return {};
  const CalendarDate date = terms.is_plain(at) && terms.digit_count(at) == 4 && terms.glued(at) &&
                                    !terms.is_text(i, "fiscal")
                                ? CalendarDate{at + 1, {}, {}}
                                : read_calendar_date(terms, at, true);
  return {date.end, {}, 92};
}

}  // namespace palimpsest
