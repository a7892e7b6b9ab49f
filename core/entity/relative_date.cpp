// Tested by tests/core/relative_date_test.cpp.
#include "entity/relative_date.h"

#include <algorithm>

#include "entity/numeral.h"

namespace palimpsest {
namespace {

using enum TermSort;

constexpr std::uint32_t number_of(Period period) { return static_cast<std::uint32_t>(period); }

/// "2016-W17": the year of a week is that of its Thursday.
std::string week_text(std::int64_t day) {
  const std::int64_t thursday = day - (weekday_of(day_of(day)) - 1) + 3;
  const int year = day_of(thursday).year;
  const std::int64_t week = (thursday - day_number({year, 1, 1})) / 7 + 1;
  return std::to_string(year) + (week < 10 ? "-W0" : "-W") + std::to_string(week);
}

/// The month `count` months on, without a day.
Day months_on(Day now, std::int64_t count) {
  const std::int64_t months = now.year * 12LL + (now.month - 1) + count;
  const std::int64_t year = months >= 0 ? months / 12 : -1;
  if (year < 1 || year > 9999) return {};
  return {static_cast<int>(year), static_cast<int>(months % 12) + 1, 0};
}

/// `count` periods from now, as exact as the period is.
std::string periods_on(Day now, std::uint32_t unit, std::int64_t count) {
  if (count > 1000000 || count < -1000000) return {};
  const std::int64_t today = day_number(now);
  const std::int64_t year = now.year + count;
  switch (static_cast<Period>(unit)) {
    case Period::day:
      return year > 0 ? iso_text(day_of(today + count)) : std::string();
    case Period::week:
      return week_text(today + 7 * count);
    case Period::fortnight:
      return week_text(today + 14 * count);
    case Period::month:
      return iso_text(months_on(now, count));
    case Period::year:
      return year > 0 && year < 10000 ? iso_text({static_cast<int>(year), 0, 0}) : std::string();
    case Period::decade: {
      const std::int64_t decade = now.year / 10 + count;
      return decade >= 100 && decade < 1000 ? std::to_string(decade) + "X" : std::string();
    }
    case Period::century: {
      const std::int64_t century = now.year / 100 + count;
      return century >= 10 && century < 100 ? std::to_string(century) + "XX" : std::string();
    }
    default:
      return {};
  }
}

std::string weekday_on(Day now, int weekday, bool future, std::optional<Deictic> which) {
  const std::int64_t today = day_number(now);
  const int ahead = (weekday - weekday_of(now) + 7) % 7;
  const bool next = which == Deictic::next || which == Deictic::coming;
  const bool last = which == Deictic::last || which == Deictic::past || which == Deictic::previous;
  if (next) return iso_text(day_of(today + (ahead == 0 ? 7 : ahead)));
  if (last) return iso_text(day_of(today + (ahead == 0 ? -7 : ahead - 7)));
  return iso_text(day_of(today + (future || ahead == 0 ? ahead : ahead - 7)));
}

/// "--05" and "--05-05" in the year that brings them nearest, or where "last" and "next" say.
std::string with_year(const std::string& value, Day now, std::optional<Deictic> which) {
  if (value.size() < 4 || value.find('/') != std::string::npos) return value;
  Day day{now.year, (value[2] - '0') * 10 + (value[3] - '0'), 0};
  if (value.size() == 7) day.day = (value[5] - '0') * 10 + (value[6] - '0');
  const bool next = which == Deictic::next || which == Deictic::coming;
  const bool last = which == Deictic::last || which == Deictic::past || which == Deictic::previous;
  const int months = day.month - now.month;
  if (next)
    day.year += months <= 0 ? 1 : 0;
  else if (last)
    day.year -= months >= 0 ? 1 : 0;
  else
    day.year += months > 6 ? -1 : months < -6 ? 1 : 0;
  if (day.day != 0 && !is_valid(day)) return value;
  return iso_text(day);
}

/// "two weeks ago", "a year ago".
std::string ago_from(const Terms& terms, std::size_t first, std::size_t end, Day now) {
  std::size_t at = first;
  std::optional<Decimal> count = Decimal{1, 0};
  if (const auto number = read_numeral(terms, first)) {
    count = number->value;
    at = number->end;
  } else if (terms.is(first, article)) {
    at = first + 1;
  } else {
    return {};
  }
  if (!count || count->shift < 0 || !terms.is(at, period) || at + 2 != end) return {};
  std::int64_t periods = 1;
  const std::string text = print(*count);
  if (text.empty() || text.size() > 6) return {};
  periods = 0;
  for (const char c : text) periods = periods * 10 + (c - '0');
  return periods_on(now, terms[at].value % 100, -periods);
}

/// Words that say that the sentence is of what is to come.
bool speaks_of_future(const Terms& terms, std::size_t i) {
  for (const std::string_view cue : {"will", "expected", "scheduled", "due", "plans", "planned",
                                     "upcoming", "shall", "ll", "slated"})
    if (terms.is_text(i, cue)) return true;
  return false;
}

}  // namespace

std::string resolve_date(const Terms& terms, std::size_t first, std::size_t end,
                         const std::string& value, Day now, bool future) {
  if (!now.full()) return value;
  std::optional<Deictic> which;
  for (std::size_t i = first; i < end; ++i) {
    const Term& term = terms[i];
    if (term.sort == deictic) which = static_cast<Deictic>(term.value);
    // "the same day", "the following week": as another day says.
    if (which == Deictic::following || which == Deictic::same || which == Deictic::previous)
      return value;
  }
  if (value.starts_with("--")) return with_year(value, now, which);
  if (!value.empty()) return value;
  if (terms.is(end - 1, ago)) return ago_from(terms, first, end, now);
  if (terms.is(end - 1, later)) return {};
  for (std::size_t i = first; i < end; ++i) {
    const Term& term = terms[i];
    if (term.sort == day) {
      if (terms.is_text(first, "day"))  // "day before yesterday", "day after tomorrow"
        return periods_on(now, number_of(Period::day), term.value == 0 ? -2 : 2);
      return periods_on(now, number_of(Period::day), static_cast<std::int64_t>(term.value) - 1);
    }
    if (term.sort == weekday && end == i + 1 && term.value < 100)
      return weekday_on(now, static_cast<int>(term.value), future, which);
    if (term.sort == period && end == i + 1 && which) {
      const bool next = which == Deictic::next || which == Deictic::coming;
      const bool last = which == Deictic::last || which == Deictic::past;
      // "the past decade" is none of the calendar's.
      if (which == Deictic::past || terms.is_text(i - 1, "fiscal")) return {};
      return periods_on(now, term.value % 100, next ? 1 : last ? -1 : 0);
    }
  }
  return {};
}

std::optional<Day> find_dateline(std::string_view text, std::span<const CleanSpan> paragraphs,
                                 std::span<const Mention> mentions) {
  constexpr std::size_t first_paragraphs = 6;
  constexpr std::uint32_t beside = 30, opening = 60, gap = 40;  // bytes
  std::size_t paragraph = 0;
  for (const Mention& mention : mentions) {
    if (mention.kind != EntityKind::date) continue;
    while (paragraph < paragraphs.size() && paragraphs[paragraph].end <= mention.span.begin)
      ++paragraph;
    if (paragraph >= std::min(first_paragraphs, paragraphs.size())) return std::nullopt;
    const auto day = read_iso_day(mention.value);
    if (!day) continue;
    const CleanSpan around = paragraphs[paragraph];
    // "Published: May 5, 2016, 10:30"; a short sentence has its stop.
    if (around.size() - mention.span.size() <= beside && text[around.end - 1] != '.') return day;
    if (mention.span.begin - around.begin > opening) continue;
    const std::string_view behind = text.substr(mention.span.end, gap);
    if (behind.find(" — ") != std::string_view::npos ||
        behind.find(" – ") != std::string_view::npos ||
        behind.find(" - ") != std::string_view::npos || behind.find("--") != std::string_view::npos)
      return day;
  }
  return std::nullopt;
}

void resolve_dates(const Terms& terms, std::string_view text, std::span<const CleanSpan> paragraphs,
                   std::span<const CleanSpan> sentences, std::vector<Mention>& mentions) {
  const auto now = find_dateline(text, paragraphs, mentions);
  if (!now) return;
  std::size_t term = 0, sentence = 0, sentence_term = 0;
  bool future = false, sentence_read = false;
  for (Mention& mention : mentions) {
    if (mention.kind != EntityKind::date || (!mention.value.empty() && mention.value[0] != '-'))
      continue;
    while (sentence < sentences.size() && sentences[sentence].end <= mention.span.begin) {
      ++sentence;
      sentence_read = false;
    }
    if (!sentence_read && sentence < sentences.size()) {
      // Each sentence is read once.
      while (sentence_term < terms.size() && terms[sentence_term].begin < sentences[sentence].begin)
        ++sentence_term;
      future = false;
      for (; sentence_term < terms.size() && terms[sentence_term].begin < sentences[sentence].end;
           ++sentence_term)
        future = future || speaks_of_future(terms, sentence_term);
      sentence_read = true;
    }
    // Mentions that lie one inside the other begin no later than the last one.
    while (term > 0 && terms[term].begin > mention.span.begin) --term;
    while (term < terms.size() && terms[term].begin < mention.span.begin) ++term;
    std::size_t end = term;
    while (end < terms.size() && terms[end].begin < mention.span.end) ++end;
    if (end > term) mention.value = resolve_date(terms, term, end, mention.value, *now, future);
  }
}

}  // namespace palimpsest
