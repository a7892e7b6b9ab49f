// The rows of sentence_words.def, person_nouns.def and thing_nouns.def, sorted while compiling.
#include "cluster/words.h"

#include <algorithm>
#include <array>

namespace palimpsest {
namespace {

struct SentenceWord {
  std::string_view word;
  WordClass word_class;
};

template <class Row, std::size_t n>
consteval std::array<Row, n> sorted(std::array<Row, n> rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& x, const Row& y) { return x.word < y.word; });
  return rows;
}

constexpr auto sentence_words = sorted(std::to_array<SentenceWord>({
#define WORD(word, class_name) {word, WordClass::class_name},
#include "cluster/sentence_words.def"
}));

constexpr char m = 'm', f = 'f', a = 'a', s = 's', p = 'p', b = 'b';
constexpr auto nouns = sorted(std::to_array<Noun>({
#define PERSON_NOUN(word, gender, number) {word, EntityKind::person, gender, number},
#include "cluster/person_nouns.def"
#define THING_NOUN(word, kind, number) {word, EntityKind::kind, 'n', number},
#include "cluster/thing_nouns.def"
}));

template <class Rows>
auto find(const Rows& rows, std::string_view word) {
  const auto at =
      std::lower_bound(rows.begin(), rows.end(), word,
                       [](const auto& row, std::string_view w) { return row.word < w; });
  return at != rows.end() && at->word == word ? &*at : nullptr;
}

}  // namespace

WordClass sentence_word(std::string_view lower) {
  const SentenceWord* const found = find(sentence_words, lower);
  return found == nullptr ? WordClass::none : found->word_class;
}

bool stands_for_no_one(std::string_view lower) {
  constexpr std::string_view words[] = {"anybody",  "anyone",  "everybody", "everyone",
                                        "none",     "nobody",  "one",       "others",
                                        "somebody", "someone", "whoever"};
  return sentence_word(lower) != WordClass::none ||
         std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

const Noun* noun(std::string_view lower) { return find(nouns, lower); }

}  // namespace palimpsest
