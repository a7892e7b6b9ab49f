// Lengths of time and ages: "two years", "90 minutes", "a three-day visit", "32-year-old", "half an
// hour", "the past two years", "1 hour 20 minutes".
// Leaves to the dates what is counted from now ("two years ago"), and alone rates ("twice a year").
#include "entity/amount.h"
#include "entity/finder.h"

namespace palimpsest {
namespace {

using enum TermSort;

struct Length {
  std::size_t end = 0;
  std::string value;       // ISO 8601
  std::uint32_t unit = 0;  // a Period
};

constexpr std::uint32_t number_of(Period unit) { return static_cast<std::uint32_t>(unit); }

/// The Period at `i`; 14 and more: none. "second" is an ordinal too.
std::uint32_t period_at(const Terms& terms, std::size_t i) {
  if (terms.is(i, ordinal) && terms.is_text(i, "second")) return number_of(Period::second);
  if (!terms.is(i, period)) return 99;
  const std::uint32_t unit = terms[i].value % 100;
  return unit == number_of(Period::weekend) || unit == number_of(Period::season) ? 99 : unit;
}

/// Minutes of an hour, months of a year: what is written behind it as a part of one length.
bool is_part_of(std::uint32_t unit, std::uint32_t larger) {
  switch (static_cast<Period>(larger)) {
    case Period::year:
      return unit == number_of(Period::month);
    case Period::month:
      return unit == number_of(Period::week) || unit == number_of(Period::day);
    case Period::week:
      return unit == number_of(Period::day);
    case Period::day:
      return unit == number_of(Period::hour);
    case Period::hour:
      return unit == number_of(Period::minute);
    case Period::minute:
      return unit == number_of(Period::second);
    default:
      return false;
  }
}

std::string iso_length(const Amount& amount, std::uint32_t unit) {
  if (amount.last || !amount.first.value) return {};
  std::optional<Decimal> number = amount.first.value;
  char letter = 'Y';
  bool clock_time = false;
  switch (static_cast<Period>(unit)) {
    case Period::second:
      letter = 'S', clock_time = true;
      break;
    case Period::minute:
      letter = 'M', clock_time = true;
      break;
    case Period::hour:
      letter = 'H', clock_time = true;
      break;
    case Period::day:
    case Period::night:
      letter = 'D';
      break;
    case Period::week:
      letter = 'W';
      break;
    case Period::fortnight:
      letter = 'W', number = times(*number, 2);
      break;
    case Period::month:
      letter = 'M';
      break;
    case Period::quarter:
      letter = 'M', number = times(*number, 3);
      break;
    case Period::decade:
      number = times_ten_to(*number, 1);
      break;
    case Period::century:
      number = times_ten_to(*number, 2);
      break;
    default:
      break;
  }
  const std::string text = number ? print(*number) : std::string();
  return text.empty() ? text : std::string(clock_time ? "PT" : "P") + text + letter;
}

/// The period behind a number that ends at `i`, with a hyphen or a blank; `age` moves behind "old".
Length read_period(const Terms& terms, const Amount& amount) {
  std::size_t i = amount.end;
  const bool hyphen = terms.is_dash(i) && terms.glued(i) && terms.glued(i + 1);
  if (hyphen) ++i;
  if (!terms.follows(i)) return {};
  const std::uint32_t unit = period_at(terms, i);
  if (unit > number_of(Period::century)) return {};
  // "two second places": behind a blank, only one second is a length.
  if (terms.is(i, ordinal) && !hyphen && !terms.is_text(amount.end - 1, "one") &&
      !terms.is(i - 1, half))
    return {};
  Length length{i + 1, iso_length(amount, unit), unit};
  std::size_t next = i + 1;
  if (terms.is_dash(next) && terms.glued(next) && terms.is_text(next + 1, "old")) {
    length.end = next + 2;
    if (terms.is_text(next + 1, "olds")) ++length.end;
  } else if (terms.follows(next) && terms.is_text(next, "old")) {
    length.end = next + 1;
  } else if (terms.is(next, of) && terms.is_text(next + 1, "age") && terms.follows(next + 1)) {
    length.end = next + 2;
  } else if (terms.is_text(next, "and") && terms.is(next + 1, article) &&
             terms.is(next + 2, half) && terms.follows(next) &&
             !amount.last) {  // "a year and a half"
    length.end = next + 3;
    if (amount.first.value)
      if (const auto more = plus(*amount.first.value, {5, -1}))
        length.value = iso_length({{.value = more}, std::nullopt, 0}, unit);
  }
  return length;
}

/// "half an hour", "half a century".
Length read_half(const Terms& terms, std::size_t i) {
  if (!terms.is(i, half)) return {};
  const std::size_t at = terms.is(i + 1, article) || terms.is_mark(i + 1, '-') ? i + 2 : i + 1;
  if (!terms.follows(i + 1) || !terms.follows(at) || at == i + 1) return {};
  const std::uint32_t unit = period_at(terms, at);
  if (unit > number_of(Period::century) || terms[at].value >= 100) return {};
  Amount amount;
  amount.first.value = Decimal{5, -1};
  return {at + 1, iso_length(amount, unit), unit};
}

/// "a decade", "an hour" behind a word of time.
Length read_article(const Terms& terms, std::size_t i) {
  if (!terms.is(i, article) || terms.is_text(i, "the")) return {};
  std::size_t at = i + 1;
  if (terms.is(at, half)) return read_half(terms, at);
  if (terms.is(at, quantifier)) {  // "a few days", "a couple of weeks"
    at += terms.is(at + 1, of) ? 2 : 1;
    return period_at(terms, at) <= number_of(Period::century) && terms.follows(at)
               ? Length{at + 1, {}, 0}
               : Length{};
  }
  const bool stated = i > 0 && terms.follows(i) &&
                      (terms.is(i - 1, preposition) || terms.is(i - 1, time_word) ||
                       terms.is_text(i - 1, "than") || terms.is_text(i - 1, "within"));
  const bool halves = terms.is_text(at + 1, "and") && terms.is(at + 3, half);
  if ((!stated && !halves) || !terms.is(at, period) || !terms.follows(at) || terms[at].value >= 100)
    return {};
  Amount amount;
  amount.first.value = Decimal{1, 0};
  amount.end = at;
  return read_period(terms, amount);
}

Length read_at(const Terms& terms, std::size_t i) {
  if (const auto amount = read_amount(terms, i, Joined::dash_or_word))
    if (Length length = read_period(terms, *amount); length.end != 0) return length;
  if (terms.is(i, quantifier) && period_at(terms, i + 1) <= number_of(Period::century) &&
      terms.follows(i + 1))
    return {i + 2, {}, 0};
  if (Length length = read_half(terms, i); length.end != 0) return length;
  return read_article(terms, i);
}

bool may_begin(TermSort sort) {
  return sort == digits || sort == numeral || sort == half || sort == article ||
         sort == quantifier || sort == many;
}

}  // namespace

void finders::duration::find(const NamedText& text, Mentions& mentions) {
  if (text.terms == nullptr) return;
  const Terms& terms = *text.terms;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const bool deictic_first =  // "past two years"; not "this 85-year-old"
        terms.is(i, deictic) && terms.follows(i + 1) && !terms.is_text(i, "this") &&
        !terms.is_text(i, "same");
    const std::size_t first = deictic_first ? i + 1 : i;
    if (!may_begin(terms[first].sort) ||
        (terms.is(first, digits) && terms.glued(first) && !terms.is(first - 1, mark)))
      continue;
    Length length = read_at(terms, first);
    if (length.end == 0) continue;
    while (true) {  // "1 hour 20 minutes", "two years and three months"
      std::size_t next = length.end;
      if (terms.is_text(next, "and")) ++next;
      if (!terms.follows(length.end) || !terms.follows(next) ||
          !(terms.is(next, digits) || terms.is(next, numeral)))
        break;
      const auto amount = read_amount(terms, next, Joined::dash);
      const Length more = amount ? read_period(terms, *amount) : Length{};
      if (more.end == 0 || !is_part_of(more.unit, length.unit) || terms.is(more.end, ago) ||
          terms.is(more.end, later))
        break;
      // PT1H and PT20M make PT1H20M; P2Y and P3M make P2Y3M.
      const bool same = length.value.starts_with("PT") == more.value.starts_with("PT");
      const std::size_t letters = more.value.starts_with("PT") ? 2 : 1;
      length.value = same && !length.value.empty() && !more.value.empty()
                         ? length.value + more.value.substr(letters)
                         : std::string();
      length.end = more.end;
      length.unit = more.unit;
    }
    if (!terms.in_name(first, length.end)) {
      mentions.add(terms.span(i, length.end), 93);
      mentions.set_value(std::move(length.value));
    }
    i = length.end - 1;
  }
}

}  // namespace palimpsest
