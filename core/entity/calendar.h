// Days, months and years as numbers, and their ISO 8601 texts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palimpsest {

/// A day, or a month or year where the rest is 0; without a year: year 0.
struct Day {
  int year = 0, month = 0, day = 0;

  bool full() const { return year != 0 && month != 0 && day != 0; }
  bool operator==(const Day&) const = default;
};

bool is_leap(int year);
/// 28 to 31; `month` from 1 to 12. A year of 0 counts as a leap year.
int days_in(int year, int month);
bool is_valid(Day day);
/// Days since 1970-01-01 of the Gregorian calendar (Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms"); only for full days.
std::int64_t day_number(Day day);
Day day_of(std::int64_t number);
/// 1, Monday, to 7.
int weekday_of(Day day);

/// "2016-05-05", "2016-05", "2016", "--05-05", "--05"; empty for nothing.
std::string iso_text(Day day);
/// "2013/2017".
std::string iso_range(Day from, Day to);
/// A full day out of "2016-05-05"; none for all else.
std::optional<Day> read_iso_day(std::string_view text);

}  // namespace palimpsest
