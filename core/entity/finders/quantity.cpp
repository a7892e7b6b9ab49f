// Measured amounts with their unit: "10 km", "six feet two inches", "200 pounds", "50,000 barrels",
// "30 degrees Celsius", "60 miles per hour", "100-square-mile".
// Leaves alone a unit without a number ("on foot", "miles away") and "5m", which may be millions.
#include <array>

#include "entity/amount.h"
#include "entity/finder.h"
#include "entity/numeral.h"

namespace palimpsest {
namespace {

using enum TermSort;

/// In the order of MeasureUnit.
constexpr std::array<std::string_view, 48> symbols = {
    "km",  "m",    "cm", "mm", "mi", "ft",  "in",  "yd",   "kg",  "g",      "mg",    "t",
    "lb",  "oz",   "st", "l",  "ml", "gal", "bbl", "acre", "ha",  "square", "cubic", "degree",
    "mph", "km/h", "kn", "W",  "kW", "MW",  "GW",  "kWh",  "MWh", "V",      "Hz",    "kHz",
    "MHz", "GHz",  "kB", "MB", "GB", "TB",  "cal", "hp",   "ly",  "bu",     "pt",    ""};

struct Measure {
  std::size_t end = 0;
  std::string unit;
};

bool is_unit(const Terms& terms, std::size_t i, MeasureUnit unit) {
  return terms.is(i, TermSort::unit) && terms[i].value == static_cast<std::uint32_t>(unit);
}

/// "per hour", "an hour", "/h".
std::size_t skip_per_hour(const Terms& terms, std::size_t i) {
  const bool slash = terms.is_mark(i, '/') && terms.glued(i);
  if (slash) return terms.is_text(i + 1, "h") || terms.is_text(i + 1, "hr") ? i + 2 : i;
  const bool by = terms.is(i, per) || (terms.is(i, article) && terms.is_text(i, "an"));
  return by && terms.follows(i) && terms.is_text(i + 1, "hour") ? i + 2 : i;
}

/// The unit at `i`, behind the number's hyphen if it has one.
Measure read_unit(const Terms& terms, std::size_t i) {
  if (terms.is_dash(i) && terms.glued(i) && terms.glued(i + 1)) ++i;
  if (!terms.follows(i)) return {};
  if (terms.is_mark(i, U'°')) {
    const bool scale_known =
        terms.glued(i + 1) && (terms.text(i + 1) == "C" || terms.text(i + 1) == "F");
    return {scale_known ? i + 2 : i + 1, scale_known ? "°" + std::string(terms.text(i + 1)) : "°"};
  }
  if (terms.is_text(i, "pounds") || terms.is_text(i, "pound")) return {i + 1, "lb"};
  if (terms.is_text(i, "g") && terms.glued(i) && terms[i].shape == WordShape::lower)
    return {i + 1, "g"};
  if (terms.is_text(i, "nautical") && is_unit(terms, i + 1, MeasureUnit::mi)) return {i + 2, "nmi"};
  if (terms.is_text(i, "light") && terms.is_dash(i + 1) && terms.is_text(i + 2, "years"))
    return {i + 3, "ly"};
  if (terms.is_text(i, "metric") && is_unit(terms, i + 1, MeasureUnit::t)) ++i;
  std::string prefix;
  if (is_unit(terms, i, MeasureUnit::square) || is_unit(terms, i, MeasureUnit::cubic)) {
    prefix = is_unit(terms, i, MeasureUnit::square) ? "sq " : "cu ";
    ++i;
    if (terms.is_mark(i, '.') || (terms.is_mark(i, '-') && terms.glued(i))) ++i;
    if (!terms.is(i, TermSort::unit) || !terms.follows(i)) return {};
  }
  if (!terms.is(i, TermSort::unit)) return {};
  if (is_unit(terms, i, MeasureUnit::degree)) {
    const std::string_view next = terms.text(i + 1);
    const bool fahrenheit = next == "Fahrenheit" || next == "F",
               celsius = next == "Celsius" || next == "C" || next == "centigrade";
    return {fahrenheit || celsius ? i + 2 : i + 1, fahrenheit ? "°F" : celsius ? "°C" : "°"};
  }
  if (is_unit(terms, i, MeasureUnit::in) && terms.is_text(i, "in")) return {};
  const std::size_t end = skip_per_hour(terms, i + 1);
  std::string symbol(symbols[terms[i].value]);
  if (end > i + 1) symbol += "/h";
  return {end, prefix + symbol};
}

Measure read_at(const Terms& terms, std::size_t i, std::string& value) {
  const auto amount = read_amount(terms, i, Joined::dash_or_word);
  if (!amount || !terms.follows(amount->end)) return {};
  std::size_t at = amount->end;
  if (amount->first.vague && terms.is(at, of)) ++at;  // "thousands of miles"
  Measure found = read_unit(terms, at);
  if (found.end == 0) return {};
  if (found.unit == "st" && amount->first.in_words) return {};
  value = amount->value();
  if (!value.empty()) value += " " + found.unit;
  // "6 feet 2 inches", "5-foot-10", "6ft 2in".
  if (found.unit != "ft" && found.unit != "st") return found;
  std::size_t next = found.end;
  if (terms.is_dash(next) && terms.glued(next) && terms.glued(next + 1)) ++next;
  const auto more = terms.follows(next) && (terms.is(next, digits) || terms.is(next, numeral))
                        ? read_numeral(terms, next)
                        : std::nullopt;
  if (!more || more->power != 0) return found;
  const Measure inches = terms.is_text(more->end, "in") && terms.glued(more->end)
                             ? Measure{more->end + 1, "in"}
                             : read_unit(terms, more->end);
  if (inches.end == 0 && next == found.end) return found;
  if (!value.empty() && more->value)
    value += " " + print(*more->value) + (found.unit == "ft" ? " in" : " lb");
  found.end = inches.end != 0 ? inches.end : more->end;
  return found;
}

bool may_begin(TermSort sort) {
  return sort == digits || sort == numeral || sort == half || sort == article ||
         sort == quantifier || sort == many;
}

}  // namespace

void finders::quantity::find(const NamedText& text, Mentions& mentions) {
  if (text.terms == nullptr) return;
  const Terms& terms = *text.terms;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms.is(i, word)) {
      if (terms.digit_count(i) != 9 || !terms.is_text(i, "magnitude")) continue;  // "magnitude 7.1"
      const std::size_t number = terms.is_mark(i + 1, '-') ? i + 2 : i + 1;
      if (!terms.is(number, digits) || !terms.follows(number)) continue;
      mentions.add(terms.span(i, number + 1), 88);
      i = number;
      continue;
    }
    if (!may_begin(terms[i].sort) ||
        (terms.is(i, digits) && terms.glued(i) && !terms.is(i - 1, mark)))
      continue;
    std::string value;
    const Measure found = read_at(terms, i, value);
    if (found.end == 0 || terms.in_name(i, found.end)) continue;
    mentions.add(terms.span(i, found.end), 92);
    mentions.set_value(std::move(value));
    i = found.end - 1;
  }
}

}  // namespace palimpsest
