// Tested by tests/core/entity_cases_test.cpp with tests/cases/entity/date.json.
#include "entity/year.h"

namespace palimpsest {
namespace {

using enum TermSort;

bool is_century(const Terms& terms, std::size_t i) {
  return terms.is(i, period) && terms[i].value % 100 == static_cast<std::uint32_t>(Period::century);
}

/// "'80s".
CalendarDate read_short_decade(const Terms& terms, std::size_t i) {
  const std::size_t number = i + 1;
  if (!terms.glued(number) || !terms.is_plain(number) || terms.digit_count(number) != 2 ||
      terms[number].value % 10 != 0 || !terms.is_text(number + 1, "s") || !terms.glued(number + 1))
    return {};
  return {number + 2, {}, {}};
}

/// The term behind "BC", "B.C.", "AD" at `i`; 0: none.
std::size_t era_end(const Terms& terms, std::size_t i) {
  if (!terms.follows(i)) return 0;
  if (terms.is(i, era) && terms[i].shape == WordShape::upper) return i + 1;
  if ((terms.text(i) == "B" || terms.text(i) == "A") && terms.is_mark(i + 1, '.') &&
      terms.glued(i + 2) && terms.text(i + 2) == (terms.text(i) == "B" ? "C" : "D") &&
      terms.is_mark(i + 3, '.'))
    return i + 4;
  return 0;
}

}  // namespace

bool is_counted(const Terms& terms, std::size_t i) {
  if (!terms.follows(i)) return false;
  switch (terms[i].sort) {
    case percent:
    case currency:
    case scale:
    case hundred:
    case dozen:
    case unit:
    case cent:
    case per:
      return true;
    case short_scale:
      return terms[i].gap == Term::Gap::none || terms.digit_count(i) > 1;
    case period:
      return terms[i].value >= 100 || terms.is_text(i, "hour");
    case nation:
      return terms.is(i + 1, currency);
    case mark:
      return terms.is_mark(i, '%') || terms.is_mark(i, U'°') ||
             (terms.is_mark(i, ':') && terms.glued(i) && terms.is(i + 1, digits) &&
              terms.glued(i + 1)) ||
             (terms.is_mark(i, '-') && terms.glued(i) &&
              (terms.is(i + 1, period) || terms.is(i + 1, unit) || terms.is(i + 1, currency)));
    default:
      return terms.is_any(i,
                          {"people", "men", "women", "children", "troops", "soldiers", "police"});
  }
}

bool begins_inside(const Terms& terms, std::size_t i) {
  if (!terms.glued(i) || i == 0) return false;
  if (terms[i - 1].sort != mark) return true;
  switch (terms[i - 1].value) {
    case '(':
    case '[':
    case '"':
    case '\'':
    case U'“':
    case U'‘':
    case U'—':
    case U'–':
    case ';':
      return false;
    case '-':  // "pre-2016", "mid-2016"
      return !terms.is_any(i - 2, {"pre", "post", "mid", "early", "late", "through"});
    default:
      return true;
  }
}

CalendarDate read_years(const Terms& terms, std::size_t i) {
  if (!terms.is_plain(i) || terms.digit_count(i) != 4 || terms[i].value < 1000 ||
      terms[i].value >= 2200)
    return {};
  const auto year = static_cast<int>(terms[i].value);
  std::size_t s = i + 1;
  if (terms.is_apostrophe(s) && terms.glued(s)) ++s;
  if (year % 10 == 0 && terms.is_text(s, "s") && terms.glued(s) &&
      (s == i + 1 || terms.is_text(i - 1, "the"))) {
    std::string decade = std::to_string(year / 10) + "X";
    if (terms.is_dash(s + 1) && terms.glued(s + 1) && terms.is_plain(s + 2) &&
        terms.is_text(s + 3, "s"))
      return {s + 4, {}, std::move(decade)};
    return {s + 1, {}, std::move(decade)};
  }
  const bool dash = terms.is_dash(i + 1) || terms.is_mark(i + 1, '/');
  if (dash && terms.glued(i + 1) && terms.is_plain(i + 2) && terms.glued(i + 2)) {
    const auto second = static_cast<int>(terms[i + 2].value);
    const std::uint32_t size = terms.digit_count(i + 2);
    const int to = size == 4 ? second : size == 2 ? year / 100 * 100 + second : 0;
    if (to <= year || to > 2199 || (size == 2 && to - year > 40) || is_counted(terms, i + 3))
      return {};
    if (terms.glued(i + 3) &&
        (!terms.is(i + 3, mark) || terms.is_dash(i + 3) || terms.is_mark(i + 3, '/')))
      return {};
    return {i + 3, {year, 0, 0}, iso_range({year, 0, 0}, {to, 0, 0})};
  }
  if (!is_year(terms, i)) return {};
  return {i + 1, {year, 0, 0}, iso_text({year, 0, 0})};
}

bool is_year(const Terms& terms, std::size_t i) {
  if (!terms.is_plain(i) || terms.digit_count(i) != 4) return false;
  const std::uint32_t year = terms[i].value;
  if (year < 1000 || year >= 2200 || begins_inside(terms, i) || is_counted(terms, i + 1))
    return false;
  const std::size_t before = i - 1, behind = i + 1;
  if (terms.glued(behind)) {
    if (!terms.is(behind, mark)) return false;
    const std::uint32_t code = terms[behind].value;
    if (code == '/' || code == '@' || code == '_' || code == '=' || code == '+' || code == '*')
      return false;
    if (terms.is_dash(behind) && terms.glued(i + 2) && terms.is(i + 2, digits)) return false;
  }
  if (terms.is_any(
          before,
          {"no",    "nos",           "number",  "flight",  "route",      "highway",     "room",
           "page",  "pages",         "section", "article", "resolution", "resolutions", "rule",
           "rules", "nearly",        "over",    "least",   "most",       "almost",      "some",
           "only",  "approximately", "roughly", "another", "bus"}))
    return false;
  if (terms.is_mark(before, '.') && terms.is_any(i - 2, {"no", "nos"})) return false;
  if (terms.is_any(before, {"than"}) && !terms.is(i - 2, later)) return false;
  if (terms.is_any(before, {"about"}) && !terms.is(i - 2, preposition)) return false;
  // The bills of a parliament: "S. 1999", "H.R. 2016".
  if (terms.is_mark(before, '.') && (terms.text(i - 2) == "S" || terms.text(i - 2) == "R") &&
      (!terms.is_mark(i - 3, '.') || terms.text(i - 4) == "H"))
    return false;
  if (terms.is(before, both) && terms.is_plain(i - 2) &&
      terms.is_any(i - 3, {"resolutions", "rules", "articles", "flights", "rooms", "pages"}))
    return false;
  // A plural behind it: "2000 refugees" are counted, "2016 elections" are dated.
  const std::string_view next = terms.text(behind);
  const bool plural = terms.is(behind, word) && !terms.glued(behind) && terms.follows(behind) &&
                      terms[behind].shape == WordShape::lower && next.size() > 3 &&
                      next.back() == 's' && next[next.size() - 2] != 's' && next != "does";
  const bool round = year % 100 == 0;
  if (plural && (round || year < 1900 || year > 2035)) return false;
  if (year >= 1900 && year < 2050) return true;
  if (time_is_stated(terms, i) || terms.is_any(before, {"c", "circa", "year", "born", "died"}))
    return true;
  if (terms.is_mark(before, '.') && terms.is_any(i - 2, {"c", "ca"})) return true;
  // "(1751 – 1834)", "1762 – 1770"
  const bool opens = terms.is_mark(before, '(') || terms.is_mark(before, '[');
  const bool closes = terms.is_mark(behind, ')') || terms.is_mark(behind, ']');
  const bool range =
      (terms.is_dash(before) && terms.is_plain(i - 2) && terms.digit_count(i - 2) == 4) ||
      (terms.is_dash(behind) && terms.is_plain(i + 2) && terms.digit_count(i + 2) == 4);
  const bool in_brackets = (opens && closes) || (opens && terms.is_dash(behind)) ||
                           (closes && terms.is_dash(before)) || range;
  return in_brackets ||
         (year >= 1700 && year < 1900 && (terms.is(before, article) || terms.is(before, both)));
}

bool time_is_stated(const Terms& terms, std::size_t i) {
  if (i == 0 || !terms.follows(i)) return false;
  std::size_t before = i - 1;
  if (terms.is_mark(before, '-') && i > 1 && terms.is(i - 2, phase)) return true;
  switch (terms[before].sort) {
    case preposition:
    case time_word:
    case deictic:
    case phase:
    case to:
    case ago:
      return true;
    case of:
      return before > 0 && (terms.is(before - 1, part) || terms.is(before - 1, half) ||
                            terms.is(before - 1, ordinal) || terms.is(before - 1, digits) ||
                            terms.is(before - 1, period) || terms.is(before - 1, season) ||
                            terms.is_month(before - 1));
    case both:  // "March and April"
      return before > 0 && (terms.is_month(before - 1) || terms.is(before - 1, digits));
    default:
      return terms.is_mark(before, ',') && before > 0 && terms.is_month(before - 1);
  }
}

std::size_t skip_year(const Terms& terms, std::size_t i) {
  std::size_t at = i;
  if (terms.follows(at) && (terms.is(at, of) || terms.is_mark(at, ','))) ++at;
  return terms.follows(at) && is_year(terms, at) ? at + 1 : i;
}

CalendarDate read_decade(const Terms& terms, std::size_t i) {
  if (terms.is(i, mark))
    return terms.is_apostrophe(i) ? read_short_decade(terms, i) : CalendarDate{};
  std::size_t at = i;
  int number = 0;
  if (terms.is(i, ordinal) && terms[i].value <= 21) {
    number = static_cast<int>(terms[i].value);
    at = i + 1;
  } else if (terms.is_plain(i) && terms.digit_count(i) <= 2 && terms.glued(i + 1)) {
    number = static_cast<int>(terms[i].value);
    at = i + 2;
    if (terms.is_text(i + 1, "s") && number % 10 == 0 && number >= 20 &&
        (terms.is_text(i - 1, "the") || (terms.is(i - 1, phase)) ||
         (terms.is_mark(i - 1, '-') && terms.is(i - 2, phase))))
      return {at, {}, {}};
    if (!terms.is(i + 1, ordinal_end)) return {};
  } else {
    return {};
  }
  if (terms.is_mark(at, '-') && terms.glued(at)) ++at;
  if (!terms.follows(at) || !is_century(terms, at) || number > 30 || number < 1) return {};
  // The 19th century, 1801 to 1900, is as good as "18XX".
  std::string value = number > 10 ? std::to_string(number - 1) + "XX" : std::string();
  const std::size_t era_behind = era_end(terms, at + 1);
  if (era_behind != 0) return {era_behind, {}, {}};
  return {at + 1, {}, std::move(value)};
}

CalendarDate read_era(const Terms& terms, std::size_t i) {
  if (terms.is(i, digits)) {
    if (terms[i].digits == Term::Digits::decimal || terms[i].digits == Term::Digits::odd) return {};
    const std::size_t end = era_end(terms, i + 1);
    return {end, {}, {}};
  }
  if (!terms.is(i, era) || terms[i].value != 0 || terms[i].shape != WordShape::upper ||
      !terms.is_text(i, "ad"))
    return {};
  return terms.is_plain(i + 1) && terms.follows(i + 1) && terms.digit_count(i + 1) <= 4
             ? CalendarDate{i + 2, {}, {}}
             : CalendarDate{};
}

}  // namespace palimpsest
