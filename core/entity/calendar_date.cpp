// Tested by tests/core/entity_cases_test.cpp with tests/cases/entity/date.json.
#include "entity/calendar_date.h"

namespace palimpsest {
namespace {

using enum TermSort;

int month_of(const Terms& terms, std::size_t i) { return static_cast<int>(terms[i].value % 100); }

struct DayNumber {
  std::size_t end = 0;
  int day = 0;
  bool ordinal = false;
};

/// "5", "5th", "05".
DayNumber read_day(const Terms& terms, std::size_t i) {
  if (!terms.is_plain(i) || terms.digit_count(i) > 2 || terms[i].value < 1 || terms[i].value > 31)
    return {};
  const int day = static_cast<int>(terms[i].value);
  if (terms.is(i + 1, ordinal_end) && terms.glued(i + 1)) return {i + 2, day, true};
  if (terms.glued(i + 1) && !terms.is(i + 1, mark) && terms.is(i + 1, word)) return {};  // "5A"
  return {i + 1, day, false};
}

/// The year at `i`, of four digits or "'16"; `end` is moved behind it. 0: none.
int read_year(const Terms& terms, std::size_t i, std::size_t& end) {
  if (terms.follows(i) && terms.is_plain(i) && terms.digit_count(i) == 4 &&
      terms[i].value >= 1000 && terms[i].value < 2200 && !is_counted(terms, i + 1)) {
    end = i + 1;
    return static_cast<int>(terms[i].value);
  }
  if (terms.is_apostrophe(i) && terms.follows(i) && !terms.glued(i) && terms.is_plain(i + 1) &&
      terms.glued(i + 1) && terms.digit_count(i + 1) == 2) {
    end = i + 2;
    const int year = static_cast<int>(terms[i + 1].value);
    return year < 50 ? 2000 + year : 1900 + year;
  }
  return 0;
}

/// The year behind a day or a month: "2016", ", 2016", "of 2016".
int read_year_behind(const Terms& terms, std::size_t i, std::size_t& end) {
  const bool skip =
      (terms.is_mark(i, ',') && terms.follows(i)) || (terms.is(i, of) && terms.follows(i));
  return read_year(terms, skip ? i + 1 : i, end);
}

/// The second day of "5-6", "5 and 6", "5 to 10"; `strict`: no other word may stand behind it.
DayNumber read_second_day(const Terms& terms, std::size_t i, int first, bool strict) {
  const bool dash = terms.is_dash(i) && terms.follows(i);
  const bool by_word = !dash && terms.follows(i) && (terms.is(i, both) || terms.is(i, to));
  if (!dash && !by_word) return {};
  const DayNumber second = terms.follows(i + 1) ? read_day(terms, i + 1) : DayNumber{};
  if (second.end == 0 || second.day <= first || is_counted(terms, second.end)) return {};
  if (strict && by_word && terms.follows(second.end) && terms.is(second.end, word)) return {};
  return second;
}

/// "May 5, 2016", "Nov. 16 - 17", "May the 5th", "May 2016", "May".
CalendarDate read_month_first(const Terms& terms, std::size_t i, bool stated) {
  const Term& term = terms[i];
  const bool brief = term.sort == month_short, unsure = term.value > 100 || brief;
  if (term.name != 0 && term.name != 5) return {};
  std::size_t at = i + 1;
  const bool stop = brief && terms.is_mark(at, '.') && terms.glued(at);
  if (stop) ++at;
  CalendarDate date;
  date.day.month = month_of(terms, i);
  std::size_t day_at = at;
  const bool the = terms.is_text(at, "the") && terms.follows(at);
  if (the) ++day_at;
  DayNumber day = terms.follows(day_at) && (stop || !terms.glued(day_at)) ? read_day(terms, day_at)
                                                                          : DayNumber{};
  if (day.end != 0 && ((the && !day.ordinal) || (!day.ordinal && is_counted(terms, day.end))))
    day = {};
  if (day.end == 0 && !the && terms.follows(at) && terms.is(at, ordinal) && terms[at].value <= 31 &&
      terms[at].shape == WordShape::capitalised && !terms.is(at + 1, period))
    day = {at + 1, static_cast<int>(terms[at].value), true};  // "July Fourth"
  if (day.end != 0) {
    // Of "march 5" and "may 5" only a year or a word before them makes a date.
    std::size_t behind = day.end;
    date.day.day = day.day;
    date.day.year = read_year_behind(terms, day.end, behind);
    if (term.shape == WordShape::lower && unsure && !stated && date.day.year == 0) return {};
    date.end = behind;
    date.value = iso_text(date.day);
    if (date.day.year != 0) return date;
    if (const DayNumber second = read_second_day(terms, day.end, day.day, true); second.end != 0) {
      date.end = second.end;
      date.day.year = read_year_behind(terms, second.end, date.end);
      date.value = iso_range(date.day, {date.day.year, date.day.month, second.day});
      return date;
    }
    if (terms.is_dash(day.end) && terms.follows(day.end) && terms.is_month(day.end + 1) &&
        terms.follows(day.end + 1)) {  // "November 30-December 2"
      const CalendarDate other = read_month_first(terms, day.end + 1, true);
      if (other.end != 0 && other.day.day != 0) {
        date.end = other.end;
        date.day.year = other.day.year;
        date.value = iso_range(date.day, other.day);
      }
    }
    return date;
  }
  std::size_t behind = at;
  date.day.year = read_year_behind(terms, at, behind);
  if (date.day.year != 0) {
    if (term.shape == WordShape::lower && unsure && !stated) return {};
    date.end = behind;
    date.value = iso_text(date.day);
    return date;
  }
  if (terms.is_dash(at) && terms.glued(at) && terms.glued(at + 1) && terms.is_month(at + 1)) {
    CalendarDate other = read_month_first(terms, at + 1, true);  // "January-June 2016"
    if (other.end != 0 && other.day.day == 0) {
      other.value = iso_range({other.day.year, date.day.month, 0}, other.day);
      return other;
    }
  }
  if (unsure && (!stated || term.shape == WordShape::lower)) return {};
  if (brief && !stop) return {};
  date.end = at;
  date.value = iso_text(date.day);
  return date;
}

/// "June was hot", "the August heat": these names of months are given names too, which the tagger
/// knows; "May" and "March" are words besides.
bool may_stand_alone(const Terms& terms, std::size_t i) {
  const Term& term = terms[i];
  if (term.sort != month || term.shape == WordShape::lower || term.name != 0) return false;
  if (terms.is_any(i, {"may", "march"}) || terms.is_also_person(term.value % 100)) return false;
  const Term& next = terms[i + 1];
  const bool capital = next.shape == WordShape::capitalised || next.shape == WordShape::upper;
  const bool behind_name = i > 0 && terms.follows(i) && terms.is(i - 1, word) &&
                           terms[i - 1].shape == WordShape::capitalised;
  return !(capital && terms.follows(i + 1) && next.sort == word) && !behind_name &&
         !terms.is_any(i + 1, {"said", "says", "company"});
}

/// "5 May 2016", "5th of May", "5-6 September", "the fifth of January".
CalendarDate read_day_first(const Terms& terms, std::size_t i) {
  DayNumber day = read_day(terms, i);
  if (terms.is(i, ordinal) && terms[i].value <= 31)
    day = {i + 1, static_cast<int>(terms[i].value), true};
  if (day.end == 0) return {};
  const DayNumber second = read_second_day(terms, day.end, day.day, false);
  std::size_t at = second.end != 0 ? second.end : day.end;
  // "20-Jan-2016"
  const bool dashes = terms.is_mark(at, '-') && terms.glued(at) && terms.is_month(at + 1) &&
                      terms.is_mark(at + 2, '-') && terms.is_plain(at + 3);
  if (dashes) ++at;
  const bool with_of = terms.is(at, of) && terms.follows(at);
  if (with_of) ++at;
  if (!terms.follows(at) || !terms.is_month(at)) return {};
  if (terms.is(i, ordinal) && !with_of) return {};
  if (terms[at].name != 0 && terms[at].name != 5 && !with_of) return {};
  CalendarDate date;
  date.day.month = month_of(terms, at);
  date.day.day = day.day;
  date.end = at + 1;
  if (terms.is(at, month_short) && terms.is_mark(at + 1, '.') && terms.glued(at + 1)) ++date.end;
  std::size_t behind = date.end;
  date.day.year = read_year_behind(terms, dashes ? date.end + 1 : date.end, behind);
  // "5 may" without a year may be anything; "22 april" may not.
  const bool unsure = terms[at].value > 100 || terms.is(at, month_short);
  if (terms[at].shape == WordShape::lower && unsure && date.day.year == 0) return {};
  // The stop of "5 Dec. The" ends a sentence; it stays outside.
  if (date.day.year != 0)
    date.end = behind;
  else
    date.end = at + 1;
  date.value = second.end != 0 ? iso_range(date.day, {date.day.year, date.day.month, second.day})
                               : iso_text(date.day);
  return date;
}

/// "2016-05-05", "5/5/2016", "5/5/16", "12.05.2016": three numbers.
CalendarDate read_numbers(const Terms& terms, std::size_t i) {
  int parts[3] = {};
  std::uint32_t sizes[3] = {};
  CalendarDate date;
  if (terms.is(i, digits) && terms[i].digits == Term::Digits::odd) {
    std::size_t part = 0;
    for (const char c : terms.text(i)) {
      if (c == '.')
        ++part;
      else if (part < 3 && sizes[part] < 5) {
        parts[part] = parts[part] * 10 + (c - '0');
        ++sizes[part];
      }
    }
    if (part != 2 || sizes[2] != 4) return {};
    date.end = i + 1;
  } else {
    for (std::size_t part = 0; part < 3; ++part) {
      const std::size_t at = i + 2 * part;
      if (!terms.is_plain(at) || terms.digit_count(at) > 4 || (part > 0 && !terms.glued(at)))
        return {};
      parts[part] = static_cast<int>(terms[at].value);
      sizes[part] = terms.digit_count(at);
      if (part == 2) continue;
      if (!terms.glued(at + 1) || !(terms.is_mark(at + 1, '/') || terms.is_mark(at + 1, '-')) ||
          (part == 1 && !terms.is_mark(at + 1, static_cast<char32_t>(terms[i + 1].value))))
        return {};
    }
    date.end = i + 5;
    if (terms.glued(date.end) &&
        (terms.is_mark(date.end, '/') || terms.is_mark(date.end, '-') || !terms.is(date.end, mark)))
      return {};
  }
  if (sizes[0] == 4 && sizes[1] <= 2 && sizes[2] <= 2) {
    date.day = {parts[0], parts[1], parts[2]};
    if (!is_valid(date.day) || parts[0] < 1000) return {};
    date.value = iso_text(date.day);
    return date;
  }
  if (sizes[0] > 2 || sizes[1] > 2 ||
      (sizes[2] != 4 && (sizes[2] != 2 || terms.is_mark(i + 1, '-'))))
    return {};
  const int year = sizes[2] == 4 ? parts[2] : parts[2] < 50 ? 2000 + parts[2] : 1900 + parts[2];
  const Day day_first{year, parts[1], parts[0]}, month_first{year, parts[0], parts[1]};
  if (year < 1000 || year > 2199 || (!is_valid(day_first) && !is_valid(month_first))) return {};
  // Which of two is the month, "5/6/2016" does not say.
  if (is_valid(day_first) != is_valid(month_first) || day_first == month_first) {
    date.day = is_valid(day_first) ? day_first : month_first;
    date.value = iso_text(date.day);
  }
  return date;
}

/// "Saturday, May 5", "Monday 19 December", "Sat., May 5", "Saturday".
CalendarDate read_weekday_first(const Terms& terms, std::size_t i) {
  const bool brief = terms.is(i, weekday_short);
  if (brief && terms[i].shape == WordShape::lower) return {};
  std::size_t at = i + 1;
  if (brief && terms.is_mark(at, '.') && terms.glued(at)) ++at;
  if (terms.is_mark(at, ',') && terms.follows(at)) ++at;
  CalendarDate date;
  if (terms.follows(at) && terms[i].value < 100) {
    const bool the = terms.is_text(at, "the");
    if (terms.is_month(at)) date = read_month_first(terms, at, true);
    if (terms.is_month(at) && date.day.day == 0) date = {};
    if (!terms.is_month(at)) date = read_day_first(terms, the ? at + 1 : at);
  }
  if (date.end != 0 || brief) return date;
  if (terms[i].name != 0 && terms[i].name != 5) return {};
  if (terms.is_dash(i + 1) && terms.glued(i + 1) && terms.is(i + 2, weekday) && terms.glued(i + 2))
    return {i + 3, {}, {}};
  return {i + 1, {}, {}};
}

}  // namespace

CalendarDate read_calendar_date(const Terms& terms, std::size_t i, bool stated) {
  switch (terms[i].sort) {
    case month:
    case month_short: {
      const bool clear =
          stated || time_is_stated(terms, i) ||
          ((terms.is(i + 1, both) || terms.is(i + 1, to) || terms.is_mark(i + 1, ',')) &&
           terms.is(i + 2, month) && terms[i + 2].value != terms[i].value);
      // "by May", "from May" is a person's where the text has one of that name.
      if (!stated && !clear && may_stand_alone(terms, i)) return read_month_first(terms, i, true);
      const bool person = !stated && clear && terms.is_also_person(terms[i].value % 100) &&
                          terms.is(i - 1, preposition) && !terms.is_text(i - 1, "in");
      return read_month_first(terms, i, clear && !person);
    }
    case weekday:
    case weekday_short:
      return read_weekday_first(terms, i);
    case ordinal:
      return read_day_first(terms, i);
    case digits: {
      if (begins_inside(terms, i)) return {};
      CalendarDate date = read_numbers(terms, i);
      if (date.end == 0) date = read_day_first(terms, i);
      if (date.end == 0) date = read_years(terms, i);
      return date;
    }
    default:
      return {};
  }
}

}  // namespace palimpsest
