// Dates that say neither day nor year: "two weeks ago", "summer of 2016", "fiscal 2017".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "entity/terms.h"

namespace palimpsest {

struct DatePhrase {
  std::size_t end = 0;  // the term behind it; 0: none
  std::string value;    // as a CalendarDate's
  std::uint8_t confidence = 95;
};

/// Whether a word of a period stands at `i`, of one from `least` to `most`, one or several.
bool is_period(const Terms& terms, std::size_t i, Period least, Period most);

/// "two weeks ago", "a year and a half ago", "several days later", "a year earlier".
DatePhrase read_ago(const Terms& terms, std::size_t i);

/// "summer of 2016", "winter"; bare ones behind a word of time. `inside`: "early spring".
DatePhrase read_season(const Terms& terms, std::size_t i, bool inside);

/// "fiscal 2017", "fiscal year 2017-18", "FY2017".
DatePhrase read_fiscal(const Terms& terms, std::size_t i);

}  // namespace palimpsest
