// Tested by tests/core/entity_cases_test.cpp with tests/cases/entity/date.json.
#include "entity/dated_name.h"

#include "entity/calendar_date.h"
#include "entity/feast_day.h"

namespace palimpsest {
namespace {

bool is_quote_mark(const Terms& terms, std::size_t i) {
  return terms.is_mark(i, '"') || terms.is_mark(i, U'“') || terms.is_mark(i, U'”') ||
         terms.is_mark(i, U'‘') || terms.is_mark(i, '\'');
}

bool is_date(const Terms& terms, std::size_t first, std::size_t end) {
  if (first + 1 == end && terms.is_month(first)) return false;
  // A year alone may be a work: "1984".
  if (first + 1 == end && terms.is(first, TermSort::digits)) return false;
  if (read_calendar_date(terms, first, true).end == end || read_feast_day(terms, first).end == end)
    return true;
  if (!terms.is(first, TermSort::fiscal)) return false;
  const std::size_t year = terms.is_text(first + 1, "year") ? first + 2 : first + 1;
  return year + 1 == end && is_year(terms, year);
}

}  // namespace

std::vector<NameSpan> without_dates(const Terms& terms, std::span<const NameSpan> names) {
  std::vector<NameSpan> kept;
  kept.reserve(names.size());
  std::size_t i = 0;
  for (const NameSpan& name : names) {
    while (i < terms.size() && terms[i].begin < name.span.begin) ++i;
    std::size_t end = i;
    while (end < terms.size() && terms[end].begin < name.span.end) ++end;
    const bool quoted = i > 0 && is_quote_mark(terms, i - 1) && is_quote_mark(terms, end);
    if (end == i || quoted || !is_date(terms, i, end)) kept.push_back(name);
    i = end;
  }
  return kept;
}

}  // namespace palimpsest
