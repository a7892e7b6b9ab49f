// Tested by tests/core/report_test.cpp.
#include "compare/report_values.h"

#include <optional>
#include <string>

#include "entity/calendar.h"
#include "entity/decimal.h"

namespace palimpsest {
namespace {

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return lower;
}

/// 1, Monday, to 7, that the words say; 0 for none.
int weekday_in(std::string_view words) {
  constexpr std::string_view days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};
  const std::string lower = lower_ascii(words);
  int found = 0;
  for (int i = 0; i < 7; ++i)
    if (lower.find(days[i]) != std::string::npos) found = found == 0 ? i + 1 : -1;
  return found < 0 ? 0 : found;
}

Held hold_dates(std::string_view text_x, const std::string& x, std::string_view text_y,
                const std::string& y) {
  const auto full_x = read_iso_day(x), full_y = read_iso_day(y);
  if (full_x && full_y) return *full_x == *full_y ? Held::same : Held::different;
  const int day_x = full_x ? weekday_of(*full_x) : weekday_in(text_x),
            day_y = full_y ? weekday_of(*full_y) : weekday_in(text_y);
  const bool is_day_x = full_x || (x.empty() && day_x != 0),
             is_day_y = full_y || (y.empty() && day_y != 0);
  if (is_day_x && is_day_y) return day_x == day_y ? Held::same : Held::different;
  if (x.empty() || y.empty())
    return x.empty() && y.empty() && lower_ascii(text_x) == lower_ascii(text_y) ? Held::same
                                                                                : Held::unknown;
  if (x == y) return Held::same;
  // "--05-05" against 2016-05-05: the year is not said.
  const bool open_x = x.starts_with("--"), open_y = y.starts_with("--");
  if (open_x != open_y) {
    const std::string& open = open_x ? x : y;
    const std::string& closed = open_x ? y : x;
    if (closed.size() < 7 || closed.find('/') != std::string::npos || closed[4] != '-')
      return Held::unknown;
    const std::string rest = closed.substr(5);
    const std::size_t size = std::min(rest.size(), open.size() - 2);
    return rest.compare(0, size, open, 2, size) == 0 ? Held::same : Held::different;
  }
  const auto is_plain = [](const std::string& v) { return v.find_first_of("/WXT:") == v.npos; };
  if (!is_plain(x) || !is_plain(y)) return x.size() == y.size() ? Held::different : Held::unknown;
  if (x.size() == y.size()) return Held::different;
  const std::size_t size = std::min(x.size(), y.size());
  return x.compare(0, size, y, 0, size) == 0 ? Held::same : Held::different;
}

/// At most so many per cent apart.
bool are_near(Decimal x, Decimal y, std::uint64_t percent) {
  const Decimal& small = less(x, y) ? x : y;
  const Decimal& large = less(x, y) ? y : x;
  const auto widened = times(small, 100 + percent), held = times(large, 100);
  return widened && held && !less(*widened, *held);
}

bool is_round(Decimal d) {
  std::uint64_t digits = d.digits;
  int zeros = d.shift;
  while (digits != 0 && digits % 10 == 0) digits /= 10, ++zeros;
  return zeros >= 1 && digits < 100;
}

/// What the words before a number say of it.
enum class Bound : std::uint8_t { exact, about, at_least, at_most };

Bound bound_of(const ReportText& r, const ReportUnit& unit) {
  struct Words {
    std::string_view words;  // with a blank on both sides of each
    Bound bound;
  };
  constexpr Words list[] = {
      {" about some around roughly approximately nearly almost estimated ", Bound::about},
      {" over exceeding least above ", Bound::at_least},
      {" under below most maximum ", Bound::at_most},
  };
  const std::size_t index = static_cast<std::size_t>(&unit - r.units.data());
  if (index == 0) return Bound::exact;
  const std::string before = lower_ascii(r.of(r.units[index - 1]));
  if (before == "than" && index >= 2) {
    const std::string word = lower_ascii(r.of(r.units[index - 2]));
    return word == "less" || word == "fewer" ? Bound::at_most : Bound::at_least;
  }
  if (before == "to" && index >= 2 && lower_ascii(r.of(r.units[index - 2])) == "up")
    return Bound::at_most;
  for (const Words& words : list)
    if (words.words.find(" " + before + " ") != std::string_view::npos) return words.bound;
  return Bound::exact;
}

/// Both may be said of one number: 4,000 and 3,950, but not 12 and 13; about 50 and 53; more than
/// 50 and 60, but not more than 50 and 40, nor more than 50 and 400.
bool may_be_one(Decimal x, Bound bound_x, Decimal y, Bound bound_y) {
  constexpr std::uint64_t rounding = 5, estimate = 15, bounded = 100;  // per cent
  if (bound_x == Bound::exact && bound_y == Bound::exact)
    return are_near(x, y, rounding) && is_round(x) != is_round(y);
  // "more than 30" and "more than 50" are two counts.
  if (bound_x == bound_y) return are_near(x, y, estimate);
  const auto within = [](Decimal number, Bound bound, Decimal other) {
    if (bound == Bound::at_least && less(other, number)) return are_near(number, other, rounding);
    if (bound == Bound::at_most && less(number, other)) return are_near(number, other, rounding);
    return bound == Bound::exact ||
           are_near(number, other, bound == Bound::about ? estimate : bounded);
  };
  return within(x, bound_x, y) && within(y, bound_y, x);
}

/// A unit of a measure: so many of the smallest one of its sort.
struct Measure {
  std::string_view unit;
  char sort;  // length, mass, volume, area
  std::uint64_t size;
};
constexpr Measure measures[] = {
    {"mm", 'l', 10},          {"cm", 'l', 100},     {"m", 'l', 10'000},  {"km", 'l', 10'000'000},
    {"in", 'l', 254},         {"ft", 'l', 3048},    {"yd", 'l', 9144},   {"mi", 'l', 16'093'440},
    {"g", 'm', 1000},         {"kg", 'm', 1000000}, {"oz", 'm', 28'350}, {"lb", 'm', 453'592},
    {"t", 'm', 1000'000'000}, {"ml", 'v', 1},       {"l", 'v', 1000},    {"gal", 'v', 3785},
    {"acre", 'a', 4047},      {"ha", 'a', 10'000},
};

/// In the smallest unit of its sort; the sort is 0 for a unit that is not known.
struct Measured {
  char sort = 0;
  Decimal amount;
};

Measured measure(Decimal amount, std::string_view unit) {
  if (unit.starts_with(' ')) unit.remove_prefix(1);
  for (const Measure& m : measures)
    if (m.unit == unit)
      if (const auto all = times(amount, m.size)) return {m.sort, *all};
  return {};
}

/// "P2W" or "PT30M" in seconds.
Measured measure_duration(std::string_view value) {
  Measured found;
  if (!value.starts_with('P')) return found;
  std::uint64_t seconds = 0, number = 0;
  bool in_time = false;
  for (const char c : value.substr(1)) {
    if (c == 'T') in_time = true;
    if (c >= '0' && c <= '9') {
      if (number > 1'000'000) return found;
      number = 10 * number + static_cast<std::uint64_t>(c - '0');
      continue;
    }
    const std::uint64_t size = c == 'Y'               ? 31'557'600
                               : c == 'M' && !in_time ? 2'629'800
                               : c == 'W'             ? 604'800
                               : c == 'D'             ? 86'400
                               : c == 'H'             ? 3600
                               : c == 'M'             ? 60
                               : c == 'S'             ? 1
                                                      : 0;
    if (size == 0 && c != 'T') return found;
    seconds += number * size;
    number = 0;
  }
  return {'d', {seconds, 0}};
}

/// "USD 5000000" → 5000000 and what it counts; "5..10" has no single value.
std::optional<Decimal> amount_of(const std::string& value, std::string& unit) {
  std::size_t at = 0;
  while (at < value.size() && (value[at] < '0' || value[at] > '9')) ++at;
  std::size_t end = at;
  while (end < value.size() && ((value[end] >= '0' && value[end] <= '9') || value[end] == '.'))
    ++end;
  if (at == end || value.find("..") != std::string::npos) return std::nullopt;
  unit = value.substr(0, at) + value.substr(end);
  return read_decimal(value.substr(at, end - at));
}

/// Two measures in other units: two weeks and ten days, 5 miles and 8 km.
Held hold_measures(const Measured& x, const Measured& y) {
  constexpr std::uint64_t converted = 15;  // per cent: 5 miles are called 8 km, and 50 miles 75
  if (x.sort == 0 || x.sort != y.sort) return Held::unknown;
  constexpr std::uint64_t comparable = 400;  // 32 hours of work a week are no week
  return are_near(x.amount, y.amount, converted) || !are_near(x.amount, y.amount, comparable)
             ? Held::unknown
             : Held::different;
}

}  // namespace

Held hold_values(const ReportText& a, const ReportUnit& x, const ReportText& b,
                 const ReportUnit& y) {
  if (x.key == y.key) return Held::same;
  if (x.mention == no_index || y.mention == no_index) return Held::unknown;
  const Mention& m = a.doc.mentions[x.mention];
  const Mention& n = b.doc.mentions[y.mention];
  if (m.kind != n.kind) return Held::unknown;
  if (m.kind == EntityKind::date) return hold_dates(a.of(x), m.value, b.of(y), n.value);
  if (m.value.empty() || n.value.empty()) return Held::unknown;
  if (m.value == n.value) return Held::same;
  if (m.kind == EntityKind::time) return Held::different;
  std::string unit_x, unit_y;
  const auto amount_x = amount_of(m.value, unit_x), amount_y = amount_of(n.value, unit_y);
  if (amount_x && amount_y && unit_x == unit_y)
    return may_be_one(*amount_x, bound_of(a, x), *amount_y, bound_of(b, y)) ? Held::unknown
                                                                            : Held::different;
  if (m.kind == EntityKind::duration)
    return hold_measures(measure_duration(m.value), measure_duration(n.value));
  if (!amount_x || !amount_y) return Held::unknown;
  return hold_measures(measure(*amount_x, unit_x), measure(*amount_y, unit_y));
}

}  // namespace palimpsest
