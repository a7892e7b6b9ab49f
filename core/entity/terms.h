// The words of a text as the grammar of dates and amounts reads them: one term for each token that
// is no blank, with what the word can mean there; digits with their separators are one term.
//
//     on  May   5      ,    2016   for US   $    4,000.50
//     at  month digits mark digits word word mark digits
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "entity/tagger.h"
#include "text/span.h"
#include "token/token.h"

namespace palimpsest {

/// What a word can mean to the grammar; Term::value says which of its kind. terms.def has the
/// words.
enum class TermSort : std::uint8_t {
  none,           // behind the last term
  word,           // means nothing to the grammar
  mark,           // value: its code point
  digits,         // value: the number if it is plain and below 2^31
  numeral,        // zero to ninety; value: the number
  hundred,        // value of hundred and scale: the power of ten
  scale,          // thousand, million, crore
  short_scale,    // m, bn, k
  many,           // dozens, hundreds, millions; value: the power of ten
  dozen,          // dozen
  half,           // half
  fraction,       // thirds, fifths; value: the denominator
  quantifier,     // several, few
  ordinal,        // first, thirtieth; value: the number
  ordinal_end,    // st, nd, rd, th
  month,          // value: 1 to 12, and 100 more where the word is also another word or a name
  month_short,    // Jan, Sept
  weekday,        // value: 1, Monday, to 7; 100 more: plural
  weekday_short,  // Mon, Tue
  day,            // yesterday, today, tomorrow; value: 0 to 2
  daypart,        // morning, night
  tonight,        // tonight
  clock,          // noon, midnight; value: the hour
  period,         // value: a Period, and 100 more for the plural
  season,         // value: 1 to 4, spring to winter; 100 more where the word is also another
  phase,          // early, late, mid
  part,           // beginning, end: "the end of May"
  deictic,        // value: a Deictic
  ago,            // ago
  later,          // later; value: 1, earlier: 0
  holiday,        // value: 1: stands alone, 0: before Day, Eve, Year
  fiscal,         // fiscal
  era,            // BC, AD; value: 1 before Christ
  currency,       // dollar, euros; value: iso_code()
  currency_code,  // USD; value: iso_code()
  currency_sign,  // Rs, Dh: before the amount; value: iso_code()
  nation,         // Canadian: before a currency; value: iso_code() of two letters
  percent,        // percent, pct
  per,
  cent,         // "per cent", and the coin
  unit,         // value: a MeasureUnit
  zone,         // GMT, EST
  time_word,    // a preposition of time alone: since, until, during
  preposition,  // one of time and place: in, on, by
  of,
  article,    // the, a, an
  both,       // and, or
  to,         // to, through, until
  no_amount,  // somebody, one's: see number.cpp
};

enum class Period : std::uint8_t {
  second,
  minute,
  hour,
  day,
  night,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  season,
  year,
  decade,
  century
};
enum class Deictic : std::uint8_t { last, next, present, past, previous, following, coming, same };
enum class MeasureUnit : std::uint8_t {
  km,
  m,
  cm,
  mm,
  mi,
  ft,
  in,
  yd,
  kg,
  g,
  mg,
  t,
  lb,
  oz,
  stone,
  l,
  ml,
  gal,
  bbl,
  acre,
  ha,
  square,
  cubic,
  degree,
  mph,
  kmh,
  knot,
  w,
  kw,
  mw,
  gw,
  kwh,
  mwh,
  v,
  hz,
  khz,
  mhz,
  ghz,
  kb,
  mb,
  gb,
  tb,
  calorie,
  hp,
  light_year,
  bushel,
  point
};

/// The letters of a currency (USD) or of a country (US) as a number; '?' for a letter not known.
constexpr std::uint32_t iso_code(std::string_view letters) {
  std::uint32_t code = 0;
  for (const char c : letters)
    code = code * 27 + (c == '?' ? 0U : static_cast<std::uint32_t>(c - 'A') + 1U);
  return code;
}

struct Term {
  enum class Gap : std::uint8_t { none, blank, line };                     // what stands before it
  enum class Digits : std::uint8_t { plain, grouped, decimal, odd, big };  // 5, 4,000, 5.5, 1.2.3

  std::uint32_t begin = 0, end = 0;  // bytes
  std::uint32_t value = 0;
  TermSort sort = TermSort::none;
  Gap gap = Gap::line;
  WordShape shape = WordShape::none;
  Digits digits : 4 = Digits::plain;
  std::uint8_t name : 4 = 0;  // inside a name: 1 + its NameLabel
};
static_assert(sizeof(Term) == 16);

/// Views: lives as long as the text.
class Terms {
 public:
  Terms() = default;
  Terms(std::string_view text, std::vector<Term> terms) : text_(text), terms_(std::move(terms)) {}
  /// Says of each term whether it lies inside one of the names, which are in order. O(n).
  void mark_names(std::span<const NameSpan> names);

  std::size_t size() const { return terms_.size(); }
  /// Any index: outside there is a term of the sort `none` with a line's gap before it.
  const Term& operator[](std::size_t i) const { return i < size() ? terms_[i] : outside; }
  std::string_view text(std::size_t i) const {
    return text_.substr((*this)[i].begin, (*this)[i].end - (*this)[i].begin);
  }
  /// From the first term to the one before `end`.
  CleanSpan span(std::size_t first, std::size_t end) const {
    return {terms_[first].begin, terms_[end - 1].end};
  }
  std::string_view text_of(std::size_t first, std::size_t end) const {
    return span(first, end).of(text_);
  }

  bool is(std::size_t i, TermSort sort) const { return (*this)[i].sort == sort; }
  bool is_mark(std::size_t i, char32_t code) const {
    return (*this)[i].sort == TermSort::mark && (*this)[i].value == code;
  }
  bool is_dash(std::size_t i) const {
    return is_mark(i, '-') || is_mark(i, U'–') || is_mark(i, U'‐') || is_mark(i, U'‑');
  }
  bool is_apostrophe(std::size_t i) const { return is_mark(i, '\'') || is_mark(i, U'’'); }
  /// Nothing, not even a blank, stands between the term and the one before.
  bool glued(std::size_t i) const { return (*this)[i].gap == Term::Gap::none; }
  /// No line end stands between the term and the one before.
  bool follows(std::size_t i) const { return (*this)[i].gap != Term::Gap::line; }
  bool is_plain(std::size_t i) const {
    return is(i, TermSort::digits) && (*this)[i].digits == Term::Digits::plain;
  }
  std::uint32_t digit_count(std::size_t i) const { return (*this)[i].end - (*this)[i].begin; }
  bool is_month(std::size_t i) const {
    return is(i, TermSort::month) || is(i, TermSort::month_short);
  }
  /// With a capital first, or all of it capitals.
  bool is_capital(std::size_t i) const {
    const WordShape shape = (*this)[i].shape;
    return shape == WordShape::capitalised || shape == WordShape::upper;
  }
  /// Whether all the terms lie inside names.
  bool in_name(std::size_t first, std::size_t end) const {
    for (; first < end; ++first)
      if ((*this)[first].name == 0) return false;
    return true;
  }
  /// Whether a person of the text is called like the month ("Theresa May").
  bool is_also_person(std::uint32_t month) const { return (person_months_ >> month & 1) != 0; }
  /// A word of the grammar or another, by its letters in lower case.
  bool is_text(std::size_t i, std::string_view lower) const;
  bool is_any(std::size_t i, std::initializer_list<std::string_view> lower) const {
    return std::any_of(lower.begin(), lower.end(),
                       [&](std::string_view word) { return is_text(i, word); });
  }

 private:
  static constexpr Term outside{};
  std::string_view text_;
  std::vector<Term> terms_;
  std::uint32_t person_months_ = 0;  // bit 1: January
};

/// `names` in order. O(n).
Terms read_terms(std::string_view text, const Tokens& tokens, std::span<const NameSpan> names);

}  // namespace palimpsest
