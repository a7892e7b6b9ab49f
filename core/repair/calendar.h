// Names of months and days, as English writes them in dates.
#pragma once

#include <string_view>

namespace palimpsest {

/// "January", "Jan", "Sept"; capitalised.
bool is_month(std::string_view word);
/// "Monday", "Mon"; capitalised.
bool is_weekday(std::string_view word);
/// A line that is a date and nothing else: "Saturday, May 2, 2009", "Updated 3 Jan. 2017, 10:30
/// GMT".
bool is_date_line(std::string_view line);

}  // namespace palimpsest
