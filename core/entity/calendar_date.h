// Dates of the calendar as a report writes them: "May 5, 2016", "Saturday 5 May", "5-6 September",
// "Jan. 8", "2016-05-05", "5/5/2016", "May 2016", "2016", "2016-17", "the 1980s".
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

/// What begins at the term `i`, the longest. `stated`: the words before it ("in", "last", "early")
/// say that a month follows. O(1).
CalendarDate read_calendar_date(const Terms& terms, std::size_t i, bool stated = false);

/// 1000 to 2199 as a year: not a count ("2000 troops"), a number of something or part of one.
bool is_year(const Terms& terms, std::size_t i);

/// Whether the words before the term say that a time follows: "in", "since", "last", "early".
bool time_is_stated(const Terms& terms, std::size_t i);

}  // namespace palimpsest
