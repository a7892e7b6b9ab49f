// The same date in another form: "Jan. 5", "January 5", "5 January", "January 5th".
// Leaves dates alone that are not the same day.
#include "compare/sides.h"

namespace palimpsest {
namespace {

/// The parts of a date, sorted: months and days by their first three letters, numbers by their
/// digits.
SMALL_CODE std::string parts(const Words& words) {
  std::string months, numbers;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const std::string_view text = words.version.of(i);
    if (words.is(i, UnitClass::date)) {
      for (const char c : text.substr(0, 3)) months.push_back(static_cast<char>(c | 0x20));
      continue;
    }
    std::string digits;
    for (const char c : text)
      if (c >= '0' && c <= '9') digits.push_back(c);
    if (digits.empty()) continue;
    if (digits.size() < 4)
      numbers = digits + " " + numbers;  // the day before the year, wherever it stands
    else
      numbers += digits;
  }
  return months + " " + numbers;
}

}  // namespace

bool causes::date_format::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return !x.empty() && !y.empty() && x.size() <= 8 && y.size() <= 8 && is_date(x) && is_date(y) &&
         parts(x) == parts(y);
}

std::string causes::date_format::why(const Difference& d) {
  return quoted(old_side(d)) + " and " + quoted(new_side(d)) +
         " are the same date, written in two ways";
}

}  // namespace palimpsest
