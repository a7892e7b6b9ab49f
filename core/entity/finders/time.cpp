// Times of day: "10:30 a.m.", "8pm", "0600 GMT", "noon", "11 o'clock", "Saturday night", "this
// morning", "tonight", "two hours ago".
// Leaves alone ratios and scores ("3:2"), "the morning" without a day.
#include "entity/finder.h"
#include "entity/numeral.h"

namespace palimpsest {
namespace {

using enum TermSort;

struct Clock {
  std::size_t end = 0;
  int hour = -1, minute = 0;
};

/// Behind "am", "pm", "a.m.", "P.M." at `i`; 0: none. `afternoon`: the second one.
std::size_t read_meridiem(const Terms& terms, std::size_t i, bool& afternoon) {
  if (!terms.follows(i)) return 0;
  const bool am = terms.is_text(i, "am"), pm = terms.is_text(i, "pm");
  afternoon = pm || terms.is_text(i, "p");
  if (am || pm) return i + 1;
  if (!(terms.is_text(i, "a") || terms.is_text(i, "p")) || !terms.is_mark(i + 1, '.') ||
      !terms.glued(i + 1) || !terms.is_text(i + 2, "m") || !terms.follows(i + 2))
    return 0;
  return terms.is_mark(i + 3, '.') && terms.glued(i + 3) ? i + 4 : i + 3;
}

bool is_minute(const Terms& terms, std::size_t i) {
  return terms.is_plain(i) && terms.glued(i) && terms.digit_count(i) == 2 && terms[i].value < 60;
}

/// Behind a zone or "local time".
std::size_t skip_zone(const Terms& terms, std::size_t i) {
  if (!terms.follows(i)) return i;
  if (terms.is(i, zone) && terms[i].shape == WordShape::upper) return i + 1;
  return terms.is_text(i, "local") && terms.is_text(i + 1, "time") ? i + 2 : i;
}

/// Hours and minutes in digits; the term behind them.
Clock read_digits(const Terms& terms, std::size_t i) {
  Clock clock;
  if (terms.is(i, digits) && terms[i].digits == Term::Digits::decimal) {  // "10.30 am"
    const std::string_view text = terms.text(i);
    const std::size_t stop = text.find('.');
    if (stop == 0 || stop > 2 || text.size() != stop + 3) return {};
    clock.hour = 0;
    for (const char c : text.substr(0, stop)) clock.hour = clock.hour * 10 + (c - '0');
    clock.minute = (text[stop + 1] - '0') * 10 + (text[stop + 2] - '0');
    clock.end = i + 1;
    return clock.minute < 60 && clock.hour < 24 ? clock : Clock{};
  }
  if (!terms.is_plain(i) || terms.digit_count(i) > 2 || terms[i].value > 24) return {};
  clock.hour = static_cast<int>(terms[i].value);
  clock.end = i + 1;
  if (terms.is_mark(i + 1, ':') && terms.glued(i + 1) && is_minute(terms, i + 2)) {
    clock.minute = static_cast<int>(terms[i + 2].value);
    clock.end = i + 3;
    if (terms.is_mark(i + 3, ':') && terms.glued(i + 3) && is_minute(terms, i + 4))
      clock.end = i + 5;
  }
  return clock;
}

std::string clock_text(const Clock& clock) {
  const auto two = [](int number) {
    return std::string(number < 10 ? "0" : "") + std::to_string(number);
  };
  return clock.hour < 0 ? std::string() : two(clock.hour) + ":" + two(clock.minute);
}

Clock read_clock(const Terms& terms, std::size_t i) {
  if (terms.is(i, clock)) return {skip_zone(terms, i + 1), static_cast<int>(terms[i].value), 0};
  if (terms.is(i, numeral) && terms[i].value >= 1 && terms[i].value <= 12) {
    bool afternoon = false;
    if (const std::size_t end = read_meridiem(terms, i + 1, afternoon);
        end != 0 && terms.is_mark(i + 2, '.'))
      return {end, static_cast<int>(terms[i].value % 12) + (afternoon ? 12 : 0), 0};
  }
  if (terms.is_text(i + 1, "o") && terms.is_apostrophe(i + 2) && terms.is_text(i + 3, "clock") &&
      (terms.is(i, numeral) || terms.is_plain(i)))
    return {i + 4, -1, 0};
  if (!terms.is(i, digits)) return {};
  if (terms.glued(i) && i > 0 && !terms.is_mark(i - 1, '(') && !terms.is_mark(i - 1, '"') &&
      !terms.is_dash(i - 1))
    return {};
  if (terms.is_plain(i) && terms.digit_count(i) == 4 && terms[i].value < 2400 &&
      terms[i].value % 100 < 60) {
    const std::size_t end =
        terms.is_text(i + 1, "hours") && terms.follows(i + 1) && terms.text(i)[0] == '0'
            ? i + 2
            : skip_zone(terms, i + 1);
    if (end == i + 1) return {};
    return {end, static_cast<int>(terms[i].value / 100), static_cast<int>(terms[i].value % 100)};
  }
  Clock found = read_digits(terms, i);
  if (found.end == 0) return {};
  bool afternoon = false;
  const bool exact = terms.is_mark(i + 1, ':') && found.end > i + 1;
  const std::size_t behind = read_meridiem(terms, found.end, afternoon);
  if (behind != 0 && found.hour >= 1 && found.hour <= 12) {
    found.hour = found.hour % 12 + (afternoon ? 12 : 0);
    found.end = skip_zone(terms, behind);
    return found;
  }
  const std::size_t with_zone = skip_zone(terms, found.end);
  if (!exact && (with_zone == found.end || terms[i].digits == Term::Digits::plain)) return {};
  if (exact && found.hour > 23) return {};
  // "3:16" behind a name is a verse, "2:45" glued to more is a result.
  if (terms.glued(found.end) && (!terms.is(found.end, mark) || terms.is_mark(found.end, ':') ||
                                 terms.is_mark(found.end, '/')))
    return {};
  found.end = with_zone;
  return found;
}

/// "7-9 p.m.", "10 to 11 am": only the last one says which half of the day.
std::size_t read_range(const Terms& terms, std::size_t i) {
  if (!terms.is(i, digits)) return 0;
  const Clock first = read_digits(terms, i);
  if (first.end == 0 || !terms.is_dash(first.end) || !terms.follows(first.end + 1)) return 0;
  bool afternoon = false;
  const Clock second = read_digits(terms, first.end + 1);
  return second.end != 0 ? read_meridiem(terms, second.end, afternoon) : 0;
}

/// "two hours ago", "an hour later".
std::size_t read_ago(const Terms& terms, std::size_t i) {
  std::size_t at = 0;
  if (const auto number = read_numeral(terms, i))
    at = number->end;
  else if (terms.is(i, article) && !terms.is_text(i, "the"))
    at = i + 1;
  else if (terms.is(i, quantifier) || terms.is(i, half))
    at = i + 1;
  if (at == 0) return 0;
  if (terms.is(at, quantifier) || (terms.is(at, article) && at > i)) ++at;
  if (!terms.is(at, period) || terms[at].value % 100 > static_cast<std::uint32_t>(Period::hour) ||
      !terms.follows(at))
    return 0;
  return terms.follows(at + 1) && (terms.is(at + 1, ago) || terms.is(at + 1, later)) ? at + 2 : 0;
}

/// Behind "night" in "Saturday night", "this morning", "yesterday afternoon", "last night".
std::size_t read_daypart(const Terms& terms, std::size_t i) {
  const Term& first = terms[i];
  if (first.sort == deictic) {
    const auto which = static_cast<Deictic>(first.value);
    const bool night = terms.is_text(i + 1, "night");
    if (which == Deictic::past || which == Deictic::coming || (which == Deictic::last && !night) ||
        (which == Deictic::present && night))
      return 0;
    if ((which == Deictic::next || which == Deictic::same) && !terms.is_text(i - 1, "the"))
      return 0;
  } else if (first.sort != weekday && first.sort != day) {
    return 0;
  }
  const bool found = terms.follows(i + 1) && !terms.glued(i + 1) && terms.is(i + 1, daypart);
  return found ? i + 2 : 0;
}

}  // namespace

void finders::time::find(const NamedText& text, Mentions& mentions) {
  if (text.terms == nullptr) return;
  const Terms& terms = *text.terms;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const TermSort sort = terms[i].sort;
    if (sort == weekday || sort == day || sort == deictic) {
      // Around the date: "[Saturday] night".
      if (const std::size_t end = read_daypart(terms, i); end != 0)
        mentions.add(terms.span(i, end), 90, {}, true);
      continue;
    }
    if (sort == tonight) {
      mentions.add(terms.span(i, i + 1), 90);
      continue;
    }
    if (sort != digits && sort != numeral && sort != clock && sort != article &&
        sort != quantifier && sort != half)
      continue;
    if (const Clock found = read_clock(terms, i); found.end != 0) {
      mentions.add(terms.span(i, found.end), 94);
      mentions.set_value(clock_text(found));
      i = found.end - 1;
    } else if (std::size_t end = read_range(terms, i); end != 0) {
      mentions.add(terms.span(i, end), 90);
      i = end - 1;
    } else if (end = read_ago(terms, i); end != 0) {
      mentions.add(terms.span(i, end), 88);
      i = end - 1;
    }
  }
}

}  // namespace palimpsest
