// Numbers, dates and words as what they mean. Tested by tests/core/causes_test.cpp.
#include <array>

#include "compare/sides.h"

namespace palimpsest {
namespace {

struct NumberWord {
  std::string_view word;
  double value;
};
constexpr std::array<NumberWord, 40> number_words = {
    {{"zero", 0},      {"one", 1},       {"two", 2},         {"three", 3},     {"four", 4},
     {"five", 5},      {"six", 6},       {"seven", 7},       {"eight", 8},     {"nine", 9},
     {"ten", 10},      {"eleven", 11},   {"twelve", 12},     {"thirteen", 13}, {"fourteen", 14},
     {"fifteen", 15},  {"sixteen", 16},  {"seventeen", 17},  {"eighteen", 18}, {"nineteen", 19},
     {"twenty", 20},   {"thirty", 30},   {"forty", 40},      {"fifty", 50},    {"sixty", 60},
     {"seventy", 70},  {"eighty", 80},   {"ninety", 90},     {"hundred", 1e2}, {"thousand", 1e3},
     {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}, {"dozen", 12},    {"first", 1},
     {"second", 2},    {"third", 3},     {"fourth", 4},      {"fifth", 5},     {"sixth", 6}}};

double value_of(std::string_view word) {
  for (const NumberWord& n : number_words)
    if (n.word == word) return n.value;
  return -1;
}

/// "4,000.5" and "4 , 000": digits, a stop before the fraction, and whatever groups them.
double digits_value(std::string_view text) {
  double value = 0, scale = 0;
  for (const char c : text) {
    if (c == '.' && scale == 0) scale = 1;
    if (c < '0' || c > '9') continue;
    value = value * 10 + (c - '0');
    scale *= 10;
  }
  return scale > 1 ? value / scale : value;
}

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return result;
}

/// Written-out contractions and short forms; applied to a text between blanks.
struct Form {
  std::string_view from, to;
};
constexpr Form forms[] = {
    {" wo n't ", " will not "}, {" ca n't ", " can not "}, {" sha n't ", " shall not "},
    {" cannot ", " can not "},  {" n't ", " not "},        {" 're ", " are "},
    {" 've ", " have "},        {" 'll ", " will "},       {" 'm ", " am "},
    {" gon na ", " going to "}, {" gonna ", " going to "}, {" let 's ", " let us "}};

}  // namespace

std::string plain(const Words& words) {
  std::string text = " ";
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    std::string unit = lower_ascii(words.version.of(i));
    for (std::size_t at; (at = unit.find("’")) != std::string::npos;) unit.replace(at, 3, "'");
    text.append(unit).append(" ");
  }
  for (const Form& form : forms)
    for (std::size_t at = 0; (at = text.find(form.from, at)) != std::string::npos;)
      text.replace(at, form.from.size(), form.to), at += form.to.size() - 1;
  return text;
}

bool is_numeric(const Words& words, std::uint32_t unit, std::uint32_t classes) {
  const Unit& u = words.unit(unit);
  if (u.is(Unit::number)) return true;
  if (!u.is(Unit::word)) return false;
  const std::string_view text = words.version.of(unit);
  if (text[0] >= '0' && text[0] <= '9') return true;  // 20th
  if (has(classes, UnitClass::number)) return true;
  // Most words are short: their hyphen, a zero byte after this, shows in the key.
  constexpr std::uint64_t ones = 0x0101010101010101;
  const std::uint64_t key = words.version.keys[unit], zeros = key ^ (ones * '-');
  if ((key & hashed) == 0 && ((zeros - ones) & ~zeros & (ones * 0x80)) == 0) return false;
  const std::size_t hyphen = text.find('-');
  if (hyphen == std::string_view::npos) return false;
  if (text.find_first_of("0123456789") != std::string_view::npos) return true;  // mid-1953
  const std::string lower = lower_ascii(text);
  return has(classes_of(key_of(std::string_view(lower).substr(0, hyphen))), UnitClass::number) ||
         has(classes_of(key_of(std::string_view(lower).substr(lower.rfind('-') + 1))),
             UnitClass::number);
}

bool has_number(const Words& words) {
  if (words.classes_of_any != Words::every) return (words.classes_of_any & Words::numeric) != 0;
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (is_numeric(words, i, words.classes(i))) return true;
  return false;
}

double number_value(const Words& words) {
  double total = 0, group = 0;
  bool any = false;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const std::string lower = lower_ascii(words.version.of(i));
    double value = -1;
    if (words.unit(i).is(Unit::number)) {
      value = digits_value(lower);
    } else if (words.version.keys[i] == '%' || words.version.keys[i] == '$' || lower == "and" ||
               lower == "-" || lower == "a" || lower == "per" || lower == "cent" || lower == "pc") {
      continue;
    } else {
      const std::uint64_t key = words.version.keys[i];
      value = key == "thousand"_key   ? 1e3
              : key == "million"_key  ? 1e6
              : key == "billion"_key  ? 1e9
              : key == "trillion"_key ? 1e12
                                      : value;
      if (value < 0) value = value_of(lower);
      const std::size_t hyphen = lower.find('-');
      if (value < 0 && hyphen != std::string::npos) {
        const double tens = value_of(std::string_view(lower).substr(0, hyphen)),
                     ones = value_of(std::string_view(lower).substr(hyphen + 1));
        if (tens >= 20 && tens <= 90 && ones > 0 && ones < 10) value = tens + ones;
      }
      if (value < 0) return -1;
    }
    any = true;
    if (value >= 1e3 && !words.unit(i).is(Unit::number)) {
      total += (group > 0 ? group : 1) * value;
      group = 0;
    } else if (value == 100 && !words.unit(i).is(Unit::number) && group > 0) {
      group *= 100;
    } else {
      group += value;
    }
  }
  return any ? total + group : -1;
}

bool is_date(const Words& words) {
  if (!words.any(UnitClass::date) && !has_number(words)) return false;
  bool named = false;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const std::string_view text = words.version.of(i);
    const bool year =
        words.unit(i).is(Unit::number) && text.size() == 4 && (text[0] == '1' || text[0] == '2');
    // "may" and "march" are months with a capital only.
    const bool name = words.is(i, UnitClass::date) &&
                      (words.unit(i).is(Unit::capital) || !words.is(i, UnitClass::modal));
    named = named || name || year;
    const bool small = words.unit(i).is(Unit::mark) || words.is(i, UnitClass::preposition) ||
                       words.is(i, UnitClass::article) || words.is(i, UnitClass::ordinal);
    if (!name && !words.unit(i).is(Unit::number) && !small &&
        !is_numeric(words, i, words.classes(i)))
      return false;
  }
  return named;
}

}  // namespace palimpsest
