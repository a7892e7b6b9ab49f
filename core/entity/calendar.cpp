// Tested by tests/core/calendar_test.cpp.
#include "entity/calendar.h"

namespace palimpsest {
namespace {

std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

}  // namespace

bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int days_in(int year, int month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

bool is_valid(Day day) {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 &&
         day.day <= days_in(day.year, day.month);
}

std::int64_t day_number(Day day) {
  const std::int64_t year = day.year - (day.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t of_era = year - era * 400;
  const std::int64_t of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Day day_of(std::int64_t number) {
  number += 719468;
  const std::int64_t era = (number >= 0 ? number : number - 146096) / 146097;
  const std::int64_t day = number - era * 146097;
  const std::int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
  const std::int64_t of_year = day - (365 * year + year / 4 - year / 100);
  const std::int64_t part = (5 * of_year + 2) / 153;
  const auto month = static_cast<int>(part < 10 ? part + 3 : part - 9);
  return {static_cast<int>(year + era * 400) + (month <= 2 ? 1 : 0), month,
          static_cast<int>(of_year - (153 * part + 2) / 5 + 1)};
}

int weekday_of(Day day) {
  const std::int64_t number = day_number(day) + 3;  // 1970-01-01 was a Thursday
  return static_cast<int>((number % 7 + 7) % 7) + 1;
}

std::string iso_text(Day day) {
  if (day.year == 0 && day.month == 0) return {};
  std::string text = day.year == 0 ? "-" : padded(day.year, 4);
  if (day.month == 0) return text;
  text += "-" + padded(day.month, 2);
  if (day.day != 0) text += "-" + padded(day.day, 2);
  return text;
}

std::string iso_range(Day from, Day to) { return iso_text(from) + "/" + iso_text(to); }

std::optional<Day> read_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {};
  for (std::size_t i = 0, part = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    parts[part] = parts[part] * 10 + (text[i] - '0');
  }
  const Day day{parts[0], parts[1], parts[2]};
  if (day.year == 0 || !is_valid(day)) return std::nullopt;
  return day;
}

}  // namespace palimpsest
