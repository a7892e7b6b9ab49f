// Which letters of a word changed. Tested by tests/core/compare_laws_test.cpp.
#include <algorithm>

#include "compare/compare.h"
#include "compare/sides.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::size_t longest = 32;  // letters; longer words are read whole

/// Offsets of the letters of a word, each with its combining marks; one more for the end.
std::vector<std::uint32_t> letters_of(std::string_view word) {
  std::vector<std::uint32_t> places;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    if (places.empty() || char_class(point.code) != CharClass::combining)
      places.push_back(static_cast<std::uint32_t>(at));
    at += point.size;
  }
  places.push_back(static_cast<std::uint32_t>(word.size()));
  return places;
}

std::string_view letter(std::string_view word, const std::vector<std::uint32_t>& places,
                        std::size_t i) {
  return word.substr(places[i], places[i + 1] - places[i]);
}

}  // namespace

std::vector<Letters> changed_letters(const Version& a, const Version& b, const Hunk& hunk) {
  const Range& u = hunk.units;
  if (hunk.operation != Operation::replace || hunk.noise != 0 || u.a_size() != 1 || u.b_size() != 1)
    return {};
  const Unit& x = a.units[u.a];
  const Unit& y = b.units[u.b];
  const auto is_plain_word = [](const Unit& unit) {
    return unit.is(Unit::word) && (!unit.is(Unit::capital) || unit.is(Unit::sentence));
  };
  if (!is_plain_word(x) || !is_plain_word(y)) return {};
  const std::string_view before = a.of(u.a), after = b.of(u.b);
  const std::vector<std::uint32_t> p = letters_of(before), q = letters_of(after);
  const std::size_t n = p.size() - 1, m = q.size() - 1;
  if (n > longest || m > longest) return {};
  // Longest common subsequence, from the ends, so that the walk below goes forward.
  std::uint8_t kept[longest + 1][longest + 1] = {};
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;)
      kept[i][j] = letter(before, p, i) == letter(after, q, j)
                       ? static_cast<std::uint8_t>(kept[i + 1][j + 1] + 1)
                       : std::max(kept[i + 1][j], kept[i][j + 1]);
  // Half of the word must survive: else its letters are chance.
  if (std::size_t{2} * kept[0][0] < std::max(n, m)) return {};
  std::vector<Letters> changed;
  std::size_t i = 0, j = 0;
  while (i < n || j < m) {
    if (i < n && j < m && letter(before, p, i) == letter(after, q, j)) {
      ++i, ++j;
      continue;
    }
    const std::size_t from_i = i, from_j = j;
    while (i < n || j < m) {
      if (i < n && j < m && letter(before, p, i) == letter(after, q, j) &&
          kept[i][j] == kept[i + 1][j + 1] + 1)
        break;
      if (i < n && (j == m || kept[i + 1][j] >= kept[i][j + 1]))
        ++i;
      else
        ++j;
    }
    changed.push_back(
        {{x.begin + p[from_i], x.begin + p[i]}, {y.begin + q[from_j], y.begin + q[j]}});
  }
  return changed;
}

}  // namespace palimpsest
