// Tested by tests/core/causes_test.cpp.
#include "compare/sides.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "text/order.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {

std::uint64_t Words::lower_of_capital(std::uint32_t i) const {
  const std::uint64_t key = version.keys[i];
  if ((key & hashed) == 0 && (key & 0xFF) >= 'A' && (key & 0xFF) <= 'Z') {
    // "NOT" as "not": capitals throughout are another case of the word. Bytes from A to Z.
    constexpr std::uint64_t ones = 0x0101010101010101;
    const std::uint64_t capitals =
        (key + ones * (0x80 - 'A')) & ~(key + ones * (0x7F - 'Z')) & (ones * 0x80);
    return key | capitals >> 2;
  }
  const std::string_view text = version.of(i);
  constexpr std::size_t longest = 64;
  char small[longest];
  if (text.size() > longest) return key;  // no word of a list
  for (std::size_t at = 0; at < text.size(); ++at)
    small[at] = static_cast<char>(text[at] | (text[at] >= 'A' && text[at] <= 'Z' ? 0x20 : 0));
  return key_of({small, text.size()});
}

std::string_view Words::text() const {
  if (empty()) return {};
  return std::string_view(version.text)
      .substr(unit(first).begin, unit(last - 1).end - unit(first).begin);
}

bool Words::any(std::uint16_t flag) const {
  for (std::uint32_t i = first; i < last; ++i)
    if (unit(i).is(flag)) return true;
  return false;
}

bool Words::any(UnitClass c) const {
  if (classes_of_any != every) return has(classes_of_any, c);
  for (std::uint32_t i = first; i < last; ++i)
    if (is(i, c)) return true;
  return false;
}

bool Words::all(UnitClass c) const {
  if (!has(classes_of_any, c)) return false;
  for (std::uint32_t i = first; i < last; ++i)
    if (!is(i, c)) return false;
  return !empty();
}

std::uint32_t Words::count(std::uint16_t flag) const {
  std::uint32_t n = 0;
  for (std::uint32_t i = first; i < last; ++i) n += unit(i).is(flag);
  return n;
}

Words Words::noted() const {
  constexpr std::uint32_t most = 64;  // longer passages are asked about seldom
  Words words = *this;
  if (size() > most) return words;
  std::uint32_t all = noted_any;
  for (std::uint32_t i = first; i < last; ++i) {
    const std::uint32_t one = classes(i);
    all |=
        one | (is_numeric(*this, i, one) ? numeric : 0) | (unit(i).is(Unit::capital) ? capital : 0);
  }
  if ((all & capital) != 0 && is_name(*this)) all |= name;
  words.classes_of_any = all;
  return words;
}

namespace {

/// "US", "WHO": no pronouns.
bool is_short_form(std::string_view text) {
  return text.size() >= 2 && text.size() <= 3 && text[0] >= 'A' && text[0] <= 'Z' &&
         text[1] >= 'A' && text[1] <= 'Z';
}

}  // namespace

bool is_name(const Words& words) {
  if (words.classes_of_any != Words::every) return (words.classes_of_any & Words::name) != 0;
  if (!words.any(Unit::capital)) return false;
  std::uint32_t capitals = 0;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const Unit& u = words.unit(i);
    const std::uint32_t classes = words.classes(i);
    const bool small = has(classes, UnitClass::article) || has(classes, UnitClass::preposition) ||
                       has(classes, UnitClass::conjunction);
    // The first word of a sentence has its capital anyway.
    const bool common =
        u.is(Unit::sentence)
            ? is_function_word(words.lower(i)) || has(classes, UnitClass::quantifier) ||
                  has(classes, UnitClass::number) || has(classes, UnitClass::filler) ||
                  has(classes, UnitClass::negation)
            : small || (has(classes, UnitClass::pronoun) && !is_short_form(words.version.of(i)));
    if (u.is(Unit::capital) && !common && !u.is(Unit::number))
      ++capitals;
    else if (u.is(Unit::ending) || has(classes, UnitClass::title))
      continue;
    else if (small && i + 1 < words.last)
      continue;
    else
      return false;
  }
  return capitals > 0;
}

Words bare_name(Words words) {
  const auto drops = [&](std::uint32_t i) {
    return words.is(i, UnitClass::article) || words.is(i, UnitClass::title);
  };
  while (words.size() > 1 && drops(words.first)) ++words.first;
  while (words.size() > 1 && words.unit(words.last - 1).is(Unit::ending)) --words.last;
  return words;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 80;
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  if (text.empty()) return "nothing";
  // Around a quotation mark another pair reads better.
  const bool has_marks = text.find("“") != std::string_view::npos ||
                         text.find("”") != std::string_view::npos ||
                         text.find('"') != std::string_view::npos;
  std::string result = has_marks ? "‘" : "“";
  if (text.size() > longest) {
    std::size_t end = longest;
    while (!is_boundary(text, end)) --end;
    const std::size_t blank = text.substr(0, end).rfind(' ');
    if (blank != std::string_view::npos && blank > longest / 2) end = blank;
    result.append(text.substr(0, end)).append("…");
  } else {
    result += text;
  }
  return result += has_marks ? "’" : "”";
}

std::string quoted(const Words& words) { return quoted(words.text()); }

std::uint32_t classes_before(const Words& words) {
  const Words all{words.version, 0, words.version.size()};
  return words.first > 0 ? all.classes(words.first - 1) : 0;
}
std::uint32_t classes_after(const Words& words) {
  const Words all{words.version, 0, words.version.size()};
  return words.last < all.last ? all.classes(words.last) : 0;
}

bool equal_but_case(const Words& x, const Words& y) {
  if (x.size() != y.size() || x.text().size() != y.text().size()) return false;
  for (std::uint32_t i = 0; i < x.size(); ++i)
    if ((x.version.text[x.unit(x.first + i).begin] | 0x20) !=
            (y.version.text[y.unit(y.first + i).begin] | 0x20) &&
        static_cast<unsigned char>(x.version.text[x.unit(x.first + i).begin]) < 128)
      return false;
  return lower_case(x.text()) == lower_case(y.text());
}

bool same_units(const Words& x, const Words& y) {
  constexpr std::uint32_t most = 64;
  if (x.size() != y.size() || x.size() < 2 || x.size() > most) return false;
  const auto sorted = [](const Words& w) {
    std::vector<std::uint64_t> keys;
    for (std::uint32_t i = w.first; i < w.last; ++i) keys.push_back(w.lower(i));
    sort_by(keys, [](std::uint64_t key) { return key; });
    return keys;
  };
  return sorted(x) == sorted(y);
}

bool is_claim(const Words& words) {
  constexpr std::uint32_t least = 5;
  if (words.size() < least) return false;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const std::uint32_t classes = words.classes(i);
    if (has(classes, UnitClass::auxiliary) || has(classes, UnitClass::modal) ||
        has(classes, UnitClass::saying))
      return true;
    if (words.unit(i).is(Unit::word) && words.version.of(i).ends_with("ed")) return true;
  }
  return words.unit(words.first).is(Unit::sentence);
}

bool is_in_quote(const Words& words) {
  const auto quoted = [&](std::uint32_t i) {
    return i < words.version.size() && words.version.units[i].is(Unit::quoted);
  };
  return words.empty() ? quoted(words.last)
                       : quoted(words.first) && quoted(words.last - 1) && quoted(words.last);
}

std::string changes(std::string_view what, const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  std::string sentence(what);
  if (x.empty()) return sentence + " " + quoted(y) + " is added";
  if (y.empty()) return sentence + " " + quoted(x) + " is left out";
  return sentence + " changes from " + quoted(x) + " to " + quoted(y);
}

}  // namespace palimpsest
