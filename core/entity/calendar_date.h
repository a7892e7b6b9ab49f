// Dates of the calendar as a report writes them: "May 5, 2016", "Saturday 5 May", "5-6 September",
// "Jan. 8", "2016-05-05", "5/5/2016", "May 2016"; years alone are year.h's.
#pragma once

#include <cstddef>

#include "entity/year.h"

namespace palimpsest {

/// What begins at the term `i`, the longest. `stated`: the words before it ("in", "last", "early")
/// say that a month follows. O(1).
CalendarDate read_calendar_date(const Terms& terms, std::size_t i, bool stated = false);

}  // namespace palimpsest
