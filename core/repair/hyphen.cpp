// Tested by tests/core/hyphen_test.cpp.
#include "repair/hyphen.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "repair/compounds.h"
#include "repair/word_set.h"
#include "text/order.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

#include "repair/hyphen_table.inc"

/// The characters of an entry; a weight's character is none of them.
constexpr bool is_small(char c) { return (c >= 'a' && c <= 'z') || c == '-'; }
constexpr auto prefixes =
    word_set("ex", "self", "non", "anti", "pre", "post", "co", "re", "multi", "semi", "sub", "pro",
             "mid", "pan", "neo", "ultra", "inter", "intra", "trans", "un", "al", "el", "bin",
             "vice", "mini", "micro", "macro", "mega", "pseudo", "quasi", "cross", "counter", "e",
             "bi", "tri", "de", "over", "under", "super", "hyper", "infra", "socio", "bio", "eco",
             "geo", "psycho", "electro", "photo", "tele", "cyber", "afro", "euro", "anglo", "sino",
             "franco", "indo", "russo", "greco", "austro", "ar", "as", "ash", "ad", "abd", "abu");
constexpr int zero = '0' + 20;  // the weight character of nothing

/// Halves the table by bytes and steps back to the start of an entry: letters, then one weight
/// character that is no small letter.
int weight_of(std::string_view word, std::string_view table) {
  std::size_t low = 0, high = table.size();  // entries that begin in [low, high)
  while (low < high) {
    std::size_t begin = low + (high - low) / 2;
    while (begin > low && is_small(table[begin - 1])) --begin;
    std::size_t end = begin;
    while (is_small(table[end])) ++end;
    const std::string_view entry = table.substr(begin, end - begin);
    if (entry == word) return table[end] - zero;
    if (entry < word)
      low = end + 1;
    else
      high = begin;
  }
  return 0;
}

enum Shape { small, capitalised, letter, capitals, number };

Shape shape_of(std::string_view word) {
  if (word[0] >= '0' && word[0] <= '9') return number;
  const CodePoint first = code_point_at(word, 0);
  if (!is_upper(first.code)) return small;
  if (word.size() == first.size) return letter;
  for (const char c : word)
    if (is_small(c)) return capitalised;
  return capitals;
}

/// Of both words in small letters (FNV-1a).
std::uint64_t hash_of(std::string_view left, std::string_view right) {
  std::uint64_t hash = 14695981039346656037u;
  const auto add = [&](char c) {
    const char small_letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    hash = (hash ^ static_cast<unsigned char>(small_letter)) * 1099511628211u;
  };
  for (const char c : left) add(c);
  add('-');
  for (const char c : right) add(c);
  return hash;
}

int word_weight(std::string_view word, Shape shape, std::string_view words,
                std::string_view endings) {
  if (shape == number) return 0;
  int weight = weight_of(LowerWord(word), words);
  if (shape == small && word.size() > 4) weight += weight_of(word.substr(word.size() - 3), endings);
  return weight;
}

}  // namespace

KnownCompounds::KnownCompounds(const Near& near) {
  each_mark(near.passage(), [&](std::size_t i) {
    if (near[i].is('-') && near[i - 1].is_word() && near[i + 1].is_word())
      hashes_.push_back(hash_of(near.of(i - 1), near.of(i + 1)));
  });
  sort_by(hashes_, [](std::uint64_t hash) { return hash; });
}

bool KnownCompounds::contains(std::string_view left, std::string_view right) const {
  return !hashes_.empty() &&
         std::binary_search(hashes_.begin(), hashes_.end(), hash_of(left, right));
}

int hyphen_score(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty()) return 0;
  const Shape a = shape_of(left), b = shape_of(right);
  if (left.size() + right.size() < 20) {
    std::string pair(LowerWord(left).view());
    pair += '-';
    pair += LowerWord(right).view();
    if (is_compound(pair)) return clearly_hyphen;
    if (const int weight = weight_of(pair, hyphen_pairs)) return weight;
  }
  return hyphen_bias + hyphen_shapes[a][b] + word_weight(left, a, hyphen_left, hyphen_left_ending) +
         word_weight(right, b, hyphen_right, hyphen_right_ending);
}

bool is_hyphen_prefix(std::string_view word) { return prefixes.contains(LowerWord(word)); }

HyphenHabit count_hyphens(const Near& near) {
  HyphenHabit habit;
  each_tokenised_mark(near.passage(), [&](std::size_t i) {
    if (!near[i].is('-')) return;
    const std::size_t left = near.previous(i), right = near.next(i);
    // -LRB- is the Penn Treebank's, which cuts no hyphens.
    if (right == i + 1 && near.of(right).ends_with("RB") && near[right + 1].is('-')) ++habit.whole;
    if (!near[left].is_word() || !near[right].is_word()) return;
    if (left == i - 1 && right == i + 1)
      habit.whole += !is_hyphen_prefix(near.of(left));
    else if (near.alone(i) && near[left].shape() == WordShape::lower &&
             near[right].shape() == WordShape::lower)
      habit.cut += hyphen_score(near.of(left), near.of(right)) >= clearly_hyphen;
  });
  return habit;
}

}  // namespace palimpsest
