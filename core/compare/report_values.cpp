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

/// Not exact: "some 4,000", "more than", "nearly", and round numbers beside exact ones.
bool is_rounding(Decimal x, Decimal y) {
  const Decimal& small = less(x, y) ? x : y;
  const Decimal& large = less(x, y) ? y : x;
  // At most a twentieth apart, and one of them round: 4,000 and 3,950, but not 12 and 13.
  const auto twenty = times(small, 21), twenty_large = times(large, 20);
  if (!twenty || !twenty_large || less(*twenty, *twenty_large)) return false;
  const auto round = [](Decimal d) {
    std::uint64_t digits = d.digits;
    int zeros = d.shift;
    while (digits != 0 && digits % 10 == 0) digits /= 10, ++zeros;
    return zeros >= 1 && digits < 100;
  };
  return round(x) != round(y);
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
  if (!amount_x || !amount_y || unit_x != unit_y) return Held::unknown;
  return is_rounding(*amount_x, *amount_y) ? Held::unknown : Held::different;
}

}  // namespace palimpsest
