// The figures are orders of magnitude of how often each mark is seen in news text, right and wrong
// places set by typographic rule. Tested by tests/core/decode_test.cpp and by the share of
// sentences of 30 languages that come back (tests/quality).
#include "decode/mark_place.h"

#include "text/mark_sort.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

bool is_letter(Neighbour n) { return n == Neighbour::lower || n == Neighbour::upper; }
bool is_wordy(Neighbour n) { return is_letter(n) || n == Neighbour::digit; }

struct Place {
  bool inside, at_begin, at_end,
      alone;  // of a word: letters or digits on both sides, behind, before
  Place(Neighbour before, Neighbour after)
      : inside(is_wordy(before) && is_wordy(after)),
        at_begin(!is_wordy(before) && is_wordy(after)),
        at_end(is_wordy(before) && !is_wordy(after)),
        alone(!is_wordy(before) && !is_wordy(after)) {}
};

/// Marks that open or close: quotation marks.
double quote_log(char32_t code, Neighbour before, Neighbour after) {
  const Place place(before, after);
  const bool room_before =
      before == Neighbour::edge || before == Neighbour::opening || before == Neighbour::other;
  const bool room_after =
      after == Neighbour::edge || after == Neighbour::closing || after == Neighbour::other;
  const bool opens = room_before && after != Neighbour::edge && after != Neighbour::closing;
  const bool closes = room_after && before != Neighbour::edge && before != Neighbour::opening;
  switch (code) {
    case 0x2019:  // ’
      if (is_letter(before) && is_letter(after))
        return after == Neighbour::lower || before == Neighbour::upper ? -1.0 : -2.5;  // d’Arc
      if (before == Neighbour::digit && after == Neighbour::lower) return -3.5;        // 1990’s
      return closes ? -2.0 : opens && after == Neighbour::digit ? -4.0 : -6.0;
    case 0x2018:  // ‘
      return opens ? -3.0 : closes ? -5.5 : -8.0;
    case 0x201C:  // “, which closes in German
      return opens ? -1.5 : closes ? -3.5 : -8.0;
    case 0x201D:  // ”, which opens in Swedish
      return closes ? -1.5 : opens ? -4.5 : -8.0;
    case 0x201E:  // „
    case 0x201A:  // ‚
      return opens ? (code == 0x201E ? -2.5 : -4.5) : -9.0;
    case 0xAB:  // «
      return opens || (place.alone && room_before) ? -2.5 : closes ? -4.0 : -9.0;
    case 0xBB:  // »
      return closes || (place.alone && room_after) ? -2.5 : opens ? -4.0 : -9.0;
    default:  // ‹ ›
      return opens || closes ? -6.0 : -9.0;
  }
}

}  // namespace

Neighbour neighbour(char32_t code) {
  if (code >= 0x2500 && code < 0x25A0) return Neighbour::box;
  // The brackets of a tag stand the other way round to the text beside it.
  if (code == '>' || code == '/') return Neighbour::opening;
  if (code == '<') return Neighbour::closing;
  switch (mark_sort(code)) {
    case MarkSort::opening:
    case MarkSort::opening_quote:
    case MarkSort::straight_quote:
    case MarkSort::dash:
      return Neighbour::opening;
    case MarkSort::stop:
    case MarkSort::dots:
    case MarkSort::closing:
    case MarkSort::closing_quote:
      return Neighbour::closing;
    case MarkSort::none:
      break;
  }
  switch (char_class(code)) {
    case CharClass::upper:
      return Neighbour::upper;
    case CharClass::lower:
    case CharClass::letter:
    case CharClass::combining:
      return Neighbour::lower;
    case CharClass::digit:
      return Neighbour::digit;
    case CharClass::blank:
    case CharClass::line_break:
      return Neighbour::edge;
    default:
      return Neighbour::other;
  }
}

double mark_log(char32_t code, Neighbour before, Neighbour after, bool goes_on) {
  const Place place(before, after);
  const bool digit_beside = before == Neighbour::digit || after == Neighbour::digit;
  const auto within_a_word = [&](double likely, double rare) {
    return is_letter(before) && is_letter(after) ? rare : likely;
  };
  switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A:
      return quote_log(code, before, after);
    case 0x2013:
    case 0x2014:  // – —
      if (before == Neighbour::edge && after == Neighbour::edge) return -1.5;
      if (before == Neighbour::digit && after == Neighbour::digit) return -2.5;
      return place.inside ? -4.0 : -3.5;
    case 0x2026:  // …
      if (!is_wordy(after)) return place.at_end && goes_on ? -4.5 : -2.5;
      return place.at_begin ? -4.0 : -5.5;
    case 0xA0:
      if (before == Neighbour::edge || after == Neighbour::edge) return -6.0;
      return digit_beside || !is_letter(after) || !is_letter(before) ? -2.5 : -5.0;
    case 0x20AC:
    case 0xA3:
    case 0xA5:  // € £ ¥
      return digit_beside ? -2.5 : within_a_word(-4.5, -10.0);
    case 0xB0:
    case 0xBA:
    case 0xAA:  // ° º ª
      return before == Neighbour::digit ? -2.5 : place.at_end ? -4.5 : -7.5;
    case 0xB2:
    case 0xB3:
    case 0xB9:  // ² ³ ¹
      return place.at_end ? -4.5 : -9.0;
    case 0xBC:
    case 0xBD:
    case 0xBE:  // ¼ ½ ¾
      return is_letter(before) || is_letter(after) ? -9.0 : -4.0;
    case 0xBF:
    case 0xA1:  // ¿ ¡
      return !is_wordy(before) && after != Neighbour::edge ? -2.5 : -9.0;
    case 0xB7:  // ·
      return within_a_word(-5.0, -6.5);
    case 0xA7:
    case 0xA9:
    case 0xAE:
    case 0x2122:
    case 0xD7:
    case 0xB1:
    case 0xB5:
    case 0x2030:  // § © ® ™ × ± µ ‰
      return within_a_word(-4.5, -9.0);
    case 0x2022:  // •
      return is_wordy(before) ? -9.0 : -4.5;
    case 0xAD:
      return within_a_word(-7.0, -4.0);
    case 0x2020:
    case 0x2021:
    case 0xB4:
    case 0xB6:
    case 0xF7:
      return within_a_word(-6.0, -9.0);
    default:
      break;
  }
  if (code >= 0x2500 && code < 0x25A0) {
    const auto fits = [](Neighbour n) { return n == Neighbour::box || n == Neighbour::edge; };
    return fits(before) && fits(after) ? -2.0 : fits(before) || fits(after) ? -5.0 : -9.0;
  }
  switch (char_class(code)) {
    case CharClass::control:
    case CharClass::line_break:  // U+0085
      return -12.0;
    case CharClass::other:  // the apple of MacRoman
      return -8.0;
    default:
      return within_a_word(-7.0, -9.0);
  }
}

}  // namespace palimpsest
