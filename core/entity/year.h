// Years and longer: "2016", "2016-17", "the 1980s", "'80s", "19th century", "44 BC"; and what tells
// them from other numbers.
#pragma once

#include <cstddef>
#include <string>

#include "entity/calendar.h"
#include "entity/terms.h"

namespace palimpsest {

struct CalendarDate {
  std::size_t end = 0;  // the term behind it; 0: none
  Day day;              // its first day, as far as it says; nothing for a date that does not say it
  std::string value;    // ISO 8601, with a slash for a range; "198X" for a decade
};

/// 1000 to 2199 as a year: not a count ("2000 troops"), a number of something or part of one.
bool is_year(const Terms& terms, std::size_t i);
/// The term behind the year that may follow at `i` ("2016", ", 2016", "of 2016"); `i` without one.
std::size_t skip_year(const Terms& terms, std::size_t i);

/// "2016", "2013-2017", "2016/17", "1980s", "1980's".
CalendarDate read_years(const Terms& terms, std::size_t i);
/// "'80s", "80s" behind a word of time, "19th century", "twentieth-century", "16th century BC".
CalendarDate read_decade(const Terms& terms, std::size_t i);
/// "2000 BC", "44 B.C.", "AD 79".
CalendarDate read_era(const Terms& terms, std::size_t i);

/// Whether the words before the term say that a time follows: "in", "since", "last", "early".
bool time_is_stated(const Terms& terms, std::size_t i);
/// Something that is counted or measured stands at `i`: what is before it is no day and no year.
bool is_counted(const Terms& terms, std::size_t i);
/// Whether a number is glued to something before it and so part of that.
bool begins_inside(const Terms& terms, std::size_t i);

}  // namespace palimpsest
