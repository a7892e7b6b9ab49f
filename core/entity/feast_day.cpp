// Tested by tests/core/entity_cases_test.cpp with tests/cases/entity/date.json.
#include "entity/feast_day.h"

namespace palimpsest {
namespace {

using enum TermSort;

/// "New Year's Day", "Valentine's Day", "World Press Freedom Day", "St. Patrick's Day".
CalendarDate read_named_day(const Terms& terms, std::size_t i) {
  constexpr std::size_t longest = 8;
  const bool wide = terms.is_text(i, "international") || terms.is_text(i, "world") ||
                    terms.is_text(i, "national");
  if (i > 0 && terms.glued(i) && terms.is(i - 1, mark) && terms.is_apostrophe(i - 1)) return {};
  bool possessive = false, listed = terms.is_text(i, "earth") || terms.is_text(i, "patriot") ||
                                    terms.is_text(i, "holocaust") || terms.is_text(i, "martin");
  for (std::size_t at = i + 1; at < i + longest && terms.follows(at); ++at) {
    if (terms.is_apostrophe(at) && terms.glued(at)) {
      possessive = true;
      if (terms.is_text(at + 1, "s") && terms.glued(at + 1)) ++at;
      continue;
    }
    if (terms.is_mark(at, '.') && terms.glued(at)) continue;
    if (!terms.is_capital(at)) return {};
    if (terms.is_text(at, "eve") && possessive && terms.is_text(i, "new")) return {at + 1, {}, {}};
    if (terms.is_text(at, "day") && (wide || listed || (possessive && at <= i + 6))) {
      const std::size_t end = skip_year(terms, at + 1);
      const bool new_year = terms.is_text(i + 1, "year") && end == at + 1;
      return {end, {}, new_year ? "--01-01" : ""};
    }
  }
  return {};
}

/// "Christmas", "Easter Sunday", "Christmas Eve 2016", "Veterans Day", "Presidents' Day".
CalendarDate read_holiday(const Terms& terms, std::size_t i) {
  if (!terms.is_capital(i)) return {};
  std::size_t at = i + 1;
  if (terms.is_apostrophe(at) && terms.glued(at)) {
    ++at;
    if (terms.is_text(at, "s") && terms.glued(at)) ++at;
  }
  if (terms.follows(at) && terms.is_capital(at) &&
      (terms.is_text(at, "day") || terms.is_text(at, "eve") ||
       (terms[i].value == 1 && terms.is(at, weekday))))
    return {skip_year(terms, at + 1), {}, {}};
  if (terms[i].value == 0 ||
      (terms.follows(i + 1) && terms.is_capital(i + 1) && terms.is(i + 1, word)))
    return {};
  return {skip_year(terms, i + 1), {}, {}};
}

}  // namespace

CalendarDate read_feast_day(const Terms& terms, std::size_t i) {
  if (!terms.is_capital(i)) return {};
  if (terms.is(i, holiday)) return read_holiday(terms, i);
  const std::size_t next = i + 1;
  if (terms.is(next, weekday) && terms.follows(next) && !terms.glued(next) &&
      terms.is_capital(next)) {
    const bool named =
        terms.is_any(i, {"good", "black", "ash", "palm", "maundy", "cyber", "holy", "super"});
    return named ? CalendarDate{next + 1, {}, {}} : CalendarDate{};
  }
  if (terms.follows(next) && terms.is_capital(next)) {
    const bool pair = (terms.is_text(i, "yom") && terms.is_text(next, "kippur")) ||
                      (terms.is_text(i, "rosh") && terms.is_any(next, {"hashana", "hashanah"})) ||
                      (terms.is_text(i, "mardi") && terms.is_text(next, "gras"));
    if (pair) return {skip_year(terms, next + 1), {}, {}};
    if (terms.is_any(i, {"lunar", "chinese"}) && terms.is_text(next, "new") &&
        terms.is_text(next + 1, "year") && terms.is_capital(next + 1))
      return {next + 2, {}, {}};
  }
  return read_named_day(terms, i);
}

}  // namespace palimpsest
