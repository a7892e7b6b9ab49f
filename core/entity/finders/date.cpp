// Days, months, years and periods that are named or counted from now: "May 5, 2016", "early May",
// "Saturday", "last year", "two weeks ago", "the third quarter", "fiscal 2017", "the 1980s".
// Leaves alone: months and days inside names ("Theresa May", "April Ryan"), "may" the verb, counts
// ("2000 troops"), and bare periods ("the day", "a year").
#include <algorithm>

#include "entity/calendar_date.h"
#include "entity/date_phrase.h"
#include "entity/feast_day.h"
#include "entity/finder.h"
#include "entity/numeral.h"

namespace palimpsest {
namespace {

using enum TermSort;

class DateReader {
 public:
  DateReader(const Terms& terms, Mentions& mentions) : terms_(terms), mentions_(mentions) {}

  void find() {
    for (std::size_t i = 0; i < terms_.size();) {
      const DatePhrase phrase = read(i);
      if (phrase.end > i) {
        add(i, phrase);
        i = phrase.end;
      } else {
        ++i;
      }
    }
  }

 private:
  static constexpr std::size_t full_day = 10;  // "2015-09-01"

  void add(std::size_t first, const DatePhrase& phrase) {
    std::size_t in_person = 0, named = 0;
    for (std::size_t i = first; i < phrase.end; ++i) {
      named += terms_[i].name != 0 ? 1 : 0;
      in_person += terms_[i].name != 0 && terms_[i].name != 5 ? 1 : 0;
    }
    if (in_person == phrase.end - first) return;
    // "[2016] Summer Olympics", "Summit [2016]": the year at the edge of an event is a date too.
    const bool edge =
        named > 0 && (first == 0 || terms_[first - 1].name == 0 || terms_[phrase.end].name == 0);
    mentions_.add(terms_.span(first, phrase.end), phrase.confidence, {},
                  named > 0 && (edge || named < phrase.end - first));
    mentions_.set_value(phrase.value);
    if (!terms_.is(first, weekday) || phrase.value.size() != full_day) return;
    // "[Tuesday], [September 1, 2015]": the two parts say the same day, each by itself.
    std::size_t behind = first + 1;
    if (terms_.is_mark(behind, ',')) ++behind;
    mentions_.add(terms_.span(first, first + 1), phrase.confidence, {}, true);
    mentions_.set_value(phrase.value);
    mentions_.add(terms_.span(behind, phrase.end), phrase.confidence, {}, true);
    mentions_.set_value(phrase.value);
  }

  bool text(std::size_t i, std::string_view lower) const { return terms_.is_text(i, lower); }
  bool is_period(std::size_t i, Period least, Period most) const {
    return palimpsest::is_period(terms_, i, least, most);
  }
  bool is_singular(std::size_t i) const { return terms_[i].value < 100; }
  static DatePhrase from(CalendarDate date, std::uint8_t confidence) {
    return {date.end, std::move(date.value), confidence};
  }

  DatePhrase calendar(std::size_t i, bool stated = false) const {
    CalendarDate date = read_calendar_date(terms_, i, stated);
    return {date.end, std::move(date.value), 95};
  }

  DatePhrase read(std::size_t i) const {
    const Term& term = terms_[i];
    switch (term.sort) {
      case word:
        return read_word(i);
      case month:
      case month_short:
      case weekday_short:
      case weekday:
        return calendar(i);
      case mark:
        return from(read_decade(terms_, i), 92);
      case digits:
      case numeral:
      case half:
      case quantifier:
      case article:
      case ordinal:
        return read_number(i);
      case period:
        return read_period(i);
      case day:
        return {i + 1, {}, 92};
      case phase:
      case later:
        return read_phase(i);
      case part:
        return read_part(i);
      case deictic:
        return read_deictic(i);
      case season:
        return read_season(terms_, i, false);
      case holiday:
        return from(read_feast_day(terms_, i), 92);
      case fiscal:
        return read_fiscal(terms_, i);
      case era:
        return from(read_era(terms_, i), 92);
      default:
        return {};
    }
  }

  /// "Good Friday", "Q3 2016", "New Year's Eve", "Independence Day" and its like.
  DatePhrase read_word(std::size_t i) const {
    if (!terms_.is_capital(i)) return {};
    const std::size_t next = i + 1;
    if (terms_.is(next, digits) && terms_.glued(next) && text(i, "q") &&
        terms_.digit_count(next) == 1 && terms_[next].value >= 1 && terms_[next].value <= 4)
      return {skip_year(terms_, next + 1), {}, 92};
    if (terms_.is(next, digits) && text(i, "fy")) return read_fiscal(terms_, i);
    return from(read_feast_day(terms_, i), 90);
  }

  DatePhrase read_number(std::size_t i) const {
    if (DatePhrase date = calendar(i); date.end != 0) return extend_year(i, std::move(date));
    if (DatePhrase date = from(read_era(terms_, i), 92); date.end != 0) return date;
    if (terms_.is(i, article) && text(i, "the")) return {};  // "the [80s]"
    if (DatePhrase date = from(read_decade(terms_, i), 92); date.end != 0) return date;
    if (DatePhrase date = read_quarter(i); date.end != 0) return date;
    return read_ago(terms_, i);
  }

  /// "the 2017 fiscal year".
  DatePhrase extend_year(std::size_t i, DatePhrase date) const {
    if (date.end == i + 1 && terms_.is(date.end, fiscal) && terms_.follows(date.end) &&
        text(date.end + 1, "year"))
      date.end += 2;
    else if (DatePhrase era_date = from(read_era(terms_, i), 92); era_date.end > date.end)
      return era_date;
    return date;
  }

  /// "third quarter of 2016", "first half of the year", "first three months of 2016".
  DatePhrase read_quarter(std::size_t i) const {
    std::size_t at = i;
    if (terms_.is(i, ordinal))
      at = i + 1;
    else if (terms_.is_plain(i) && terms_.is(i + 1, ordinal_end) && terms_.glued(i + 1))
      at = i + 2;
    else
      return {};
    if (terms_.is_mark(at, '-') && terms_.glued(at)) ++at;
    if (!terms_.follows(at)) return {};
    const bool quarter = is_period(at, Period::quarter, Period::quarter) && is_singular(at);
    const std::uint32_t number = terms_[i].value;
    if (quarter && number <= 4) {
      const std::size_t end = behind_of(at + 1);
      return {end != 0 ? end : skip_year(terms_, at + 1), {}, 90};
    }
    if (terms_.is(at, half)) {
      const std::size_t end = behind_of(at + 1);
      return {end, {}, 90};
    }
    if (const auto months = read_numeral(terms_, at);
        months && is_period(months->end, Period::day, Period::decade)) {
      const std::size_t end = behind_of(months->end + 1);
      return {end, {}, 90};
    }
    return {};
  }

  /// The term behind "of" and a date: "of 2016", "of the year", "of last year", "of May"; 0: none.
  std::size_t behind_of(std::size_t i) const {
    if (!terms_.is(i, of) || !terms_.follows(i) || !terms_.follows(i + 1)) return 0;
    std::size_t at = i + 1;
    if (terms_.is(at, article)) ++at;
    if (is_period(at, Period::week, Period::century) && is_singular(at) && at > i + 1)
      return at + 1;
    const DatePhrase inner = terms_.is(at, article) ? DatePhrase{} : read_inner(at);
    // "the start of the 2014 season": the year is the season's.
    const bool adjective = at > i + 1 && terms_.is_plain(at) && inner.end == at + 1;
    return adjective ? 0 : inner.end;
  }

  /// A date that may stand behind "early" or "the end of".
  DatePhrase read_inner(std::size_t i) const {
    switch (terms_[i].sort) {
      case month:
      case month_short:
        return calendar(i, true);
      case digits:
      case ordinal: {
        if (DatePhrase date = calendar(i, true); date.end != 0) return date;
        return from(read_decade(terms_, i), 92);
      }
      case season:
        return read_season(terms_, i, true);
      case deictic:
        return read_deictic(i);
      case phase:
        return read_phase(i);
      case fiscal:
        return read_fiscal(terms_, i);
      case mark:
        return from(read_decade(terms_, i), 92);
      case period:
        return read_period(i);
      default:
        return {};
    }
  }

  /// "years ago", "year 2000", "year of 1925", "day before yesterday".
  DatePhrase read_period(std::size_t i) const {
    const std::size_t next = i + 1;
    if (is_period(i, Period::weekend, Period::weekend) && text(i - 1, "the") &&
        time_is_stated(terms_, i - 1))
      return {next, {}, 85};  // "over the weekend"
    if (!terms_.follows(next)) return {};
    if (!is_singular(i)) {
      if (is_period(i, Period::day, Period::century) && terms_.is(next, ago))
        return {next + 1, {}, 75};
      return {};
    }
    if (text(i, "day") && ((text(next, "before") && text(i + 2, "yesterday")) ||
                           (text(next, "after") && text(i + 2, "tomorrow"))))
      return {i + 3, {}, 92};
    if (!text(i, "year")) return {};
    const std::size_t number = terms_.is(next, of) ? next + 1 : next;
    if (!terms_.follows(number) || !terms_.is_plain(number)) return {};
    return calendar(number, true);
  }

  /// "early May", "mid-1990s", "late last year", "earlier this year", "early next week".
  DatePhrase read_phase(std::size_t i) const {
    std::size_t at = i + 1;
    if (terms_.is_mark(at, '-') && terms_.glued(at)) ++at;
    if (!terms_.follows(at)) return {};
    if (text(at, "in") && terms_.is(at + 1, article) && terms_.is(i, later)) return {};
    if (terms_.is(at, article) && text(at, "the")) ++at;
    if (terms_.is(at, weekday) || (terms_.is(i, later) && !terms_.is(at, deictic))) return {};
    DatePhrase inner = read_inner(at);
    if (inner.end == 0) return {};
    return inner;
  }

  /// "end of May", "beginning of the year", "start of 2016", "middle of last week".
  DatePhrase read_part(std::size_t i) const { return {behind_of(i + 1), {}, 88}; }

  /// "last year", "next Friday", "this summer", "following day", "past week", "last December".
  DatePhrase read_deictic(std::size_t i) const {
    const auto which = static_cast<Deictic>(terms_[i].value);
    const std::size_t next = i + 1;
    if (!terms_.follows(next)) return {};
    switch (terms_[next].sort) {
      case weekday:
        if (which == Deictic::same || !is_singular(next)) return {};
        return calendar(next);
      case month:
      case month_short:
        if (which == Deictic::same || terms_[next].shape == WordShape::lower) return {};
        return calendar(next, true);
      case season:
        return {next + 1, {}, 90};
      case holiday:
        return terms_.is_capital(next) && terms_[next].value == 1
                   ? from(read_feast_day(terms_, next), 92)
                   : DatePhrase{};
      case fiscal:
        return text(next + 1, "year") ? DatePhrase{next + 2, {}, 92} : DatePhrase{};
      case word:
        if (text(next, "calendar") && text(next + 1, "year")) return {next + 2, {}, 92};
        return {};
      case period:
        break;
      default:
        return {};
    }
    if (!is_singular(next) || is_period(next, Period::second, Period::hour) ||
        text(next, "quarter-century"))
      return {};
    if (text(next, "day")) {
      const bool known = which == Deictic::following || which == Deictic::previous ||
                         which == Deictic::same || (which == Deictic::next && text(i - 1, "the"));
      return known ? DatePhrase{next + 1, {}, 88} : DatePhrase{};
    }
    if (which == Deictic::same && !text(i - 1, "the")) return {};
    return {next + 1, {}, 92};
  }

  const Terms& terms_;
  Mentions& mentions_;
};

}  // namespace

void finders::date::find(const NamedText& text, Mentions& mentions) {
  if (text.terms != nullptr) DateReader(*text.terms, mentions).find();
}

}  // namespace palimpsest
