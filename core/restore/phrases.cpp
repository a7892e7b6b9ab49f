// Tested by tests/core/restore_cases_test.cpp.
#include "restore/phrases.h"

#include <algorithm>
#include <string>

#include "cluster/words.h"
#include "entity/pronoun.h"
#include "restore/rule.h"
#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

/// Places of a word that are looked at for the phrase that begins there.
constexpr std::size_t most_places = 32;

}  // namespace

bool is_abbreviated(const ComparedWord& word) {
  return word.kind == TokenKind::word && word.span.size() <= 4 && word.shape != WordShape::lower;
}

bool says_something(std::string_view word) {
  const std::string lower = lower_case(word);
  return sentence_word(lower) == WordClass::none && !stands_for_no_one(lower);
}

Phrases::Phrases(std::string_view text, const ComparedWords& words, const ComparedWords& other)
    : text_(text),
      words_(words),
      other_(other),
      in_text_(places_of(words)),
      in_other_(places_of(other)) {}

Phrases::Places Phrases::places_of(const ComparedWords& words) {
  Places places;
  places.reserve(words.size());
  for (std::uint32_t i = 0; i < words.size(); ++i) places.push_back({words.keys[i], i});
  sort_by(places, [](const auto& place) { return place.first; });
  return places;
}

/// The longest stretch from `at` that stands in `words`, at another place.
std::uint32_t Phrases::longest(std::uint32_t at, const ComparedWords& words,
                               const Places& places) const {
  std::uint32_t best = 0;
  auto place = std::lower_bound(places.begin(), places.end(),
                                std::pair<std::uint64_t, std::uint32_t>(words_.keys[at], 0));
  for (std::size_t n = 0;
       n < most_places && place != places.end() && place->first == words_.keys[at]; ++n, ++place) {
    if (&words == &words_ && place->second == at) continue;
    std::uint32_t size = 1;
    while (size < longest_phrase && at + size < words_.size() &&
           place->second + size < words.size() &&
           words_.keys[at + size] == words.keys[place->second + size])
      ++size;
    best = std::max(best, size);
  }
  return best;
}

PhraseLengths Phrases::lengths_at(std::uint32_t i) const {
  if (is_gap(i)) return PhraseLengths{1} << 2;
  if (words_[i].kind != TokenKind::word && words_[i].kind != TokenKind::number) return 0;
  const std::uint32_t most = std::max(longest(i, other_, in_other_), longest(i, words_, in_text_));
  PhraseLengths lengths = 0;
  bool names = false;
  for (std::uint32_t n = 0; n < most; ++n) {
    const std::string_view here = word(i + n);
    const TokenKind kind = words_[i + n].kind;
    if (kind == TokenKind::word)
      names |= (n == 0 && pronoun(here) != nullptr) || says_something(here);
    const bool abbreviated = here == "." && n > 0 && is_abbreviated(words_[i + n - 1]);
    if (names && (kind == TokenKind::word || kind == TokenKind::number || abbreviated ||
                  here == ")" || here == "\"" || here == "”"))
      lengths |= PhraseLengths{1} << n;
    const bool is_stop = (here == "." && !abbreviated) || here == "?" || here == "!";
    if (is_stop && i + n + 1 < words_.size() &&
        words_[i + n + 1].span.begin != words_[i + n].span.end)
      break;
  }
  // Some tools write a possessive behind the phrase.
  for (std::uint32_t n = 0; n + 2 < longest_phrase && i + n + 2 < words_.size(); ++n)
    if ((lengths >> n & 1) != 0 && words_.keys[i + n + 1] == '\'' && word(i + n + 2) == "s")
      lengths |= PhraseLengths{1} << (n + 2);
  return lengths;
}

bool Phrases::is_gap(std::uint32_t i) const {
  return i + 2 < words_.size() &&
         CleanSpan{words_[i].span.begin, words_[i + 2].span.end}.of(text_) == gap_mark;
}

bool Phrases::has_clause(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i) {
    if (words_[i].kind != TokenKind::word || words_[i].shape != WordShape::lower) continue;
    const WordClass c = sentence_word(word(i));
    if (c == WordClass::auxiliary || c == WordClass::saying || c == WordClass::verb ||
        c == WordClass::subordinator || pronoun(word(i)) != nullptr)
      return true;
  }
  return false;
}

}  // namespace palimpsest
