// Tested by tests/core/causes_test.cpp.
#include "compare/sides.h"

#include "text/utf8.h"

namespace palimpsest {

std::uint64_t Words::lower(std::uint32_t i) const {
  const std::uint64_t key = version.keys[i];
  const Unit& u = unit(i);
  if (!u.is(Unit::capital)) return key;
  if ((key >> 63) == 0 && (key & 0xFF) >= 'A' && (key & 0xFF) <= 'Z') {
    // "NOT" as "not": capitals throughout are another case of the word.
    std::uint64_t small = key;
    for (int byte = 0; byte < 8; ++byte) {
      const std::uint64_t c = (key >> (8 * byte)) & 0xFF;
      if (c >= 'A' && c <= 'Z') small |= std::uint64_t{0x20} << (8 * byte);
    }
    return small;
  }
  std::string text(version.of(i));
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return key_of(text);
}

std::string_view Words::text() const {
  if (empty()) return {};
  return std::string_view(version.text)
      .substr(unit(first).begin, unit(last - 1).end - unit(first).begin);
}

bool Words::any(WordClass c) const {
  for (std::uint32_t i = first; i < last; ++i)
    if (is(i, c)) return true;
  return false;
}

bool Words::all(WordClass c) const {
  for (std::uint32_t i = first; i < last; ++i)
    if (!is(i, c)) return false;
  return !empty();
}

std::uint32_t Words::count(std::uint8_t flag) const {
  std::uint32_t n = 0;
  for (std::uint32_t i = first; i < last; ++i) n += unit(i).is(flag);
  return n;
}

Words old_side(const Difference& d) { return {d.a, d.hunk.units.a, d.hunk.units.a_end}; }
Words new_side(const Difference& d) { return {d.b, d.hunk.units.b, d.hunk.units.b_end}; }

bool is_name(const Words& words) {
  std::uint32_t capitals = 0;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const Unit& u = words.unit(i);
    const std::uint32_t classes = words.classes(i);
    const bool small = has(classes, WordClass::article) || has(classes, WordClass::preposition) ||
                       has(classes, WordClass::conjunction);
    if (u.is(Unit::capital) && !small && !has(classes, WordClass::pronoun) &&
        !has(classes, WordClass::auxiliary) && !has(classes, WordClass::modal))
      ++capitals;
    else if (u.is(Unit::ending) || has(classes, WordClass::title))
      continue;
    else if (small && (i + 1 < words.last))
      continue;
    else
      return false;
  }
  return capitals > 0;
}

Words bare_name(Words words) {
  const auto drops = [&](std::uint32_t i) {
    return words.is(i, WordClass::article) || words.is(i, WordClass::title);
  };
  while (words.size() > 1 && drops(words.first)) ++words.first;
  while (words.size() > 1 && words.unit(words.last - 1).is(Unit::ending)) --words.last;
  return words;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t longest = 80;
  if (text.empty()) return "nothing";
  std::string result = "“";
  if (text.size() > longest) {
    std::size_t end = longest;
    while (!is_boundary(text, end)) --end;
    const std::size_t blank = text.substr(0, end).rfind(' ');
    if (blank != std::string_view::npos && blank > longest / 2) end = blank;
    result.append(text.substr(0, end)).append("…");
  } else {
    result += text;
  }
  return result += "”";
}

std::string quoted(const Words& words) { return quoted(words.text()); }

}  // namespace palimpsest
