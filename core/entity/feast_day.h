// Days that have a name: "Christmas Eve", "Good Friday", "New Year's Day", "Presidents' Day",
// "World Press Freedom Day".
#pragma once

#include "entity/year.h"

namespace palimpsest {

/// The named day that begins at the term `i`, with the year behind it. O(1).
CalendarDate read_feast_day(const Terms& terms, std::size_t i);

}  // namespace palimpsest
