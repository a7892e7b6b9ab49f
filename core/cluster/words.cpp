// The rows of sentence_words.def, person_nouns.def and thing_nouns.def.
#include "cluster/words.h"

#include <algorithm>

#include "text/word_list.h"

namespace palimpsest {
namespace {

const WordList& sentence_words() {
  static const WordList list(
#define WORD(word, class_name) word "|"
#include "cluster/sentence_words.def"
  );
  return list;
}
constexpr WordClass classes[] = {
#define WORD(word, class_name) WordClass::class_name,
#include "cluster/sentence_words.def"
};

const WordList& nouns() {
  static const WordList list(
#define PERSON_NOUN(word, gender, number) word "|"
#include "cluster/person_nouns.def"
#define THING_NOUN(word, kind, number) word "|"
#include "cluster/thing_nouns.def"
  );
  return list;
}
constexpr char m = 'm', f = 'f', a = 'a', s = 's', p = 'p', b = 'b';
constexpr Noun noun_rows[] = {
#define PERSON_NOUN(word, gender, number) {EntityKind::person, gender, number},
#include "cluster/person_nouns.def"
#define THING_NOUN(word, kind, number) {EntityKind::kind, 'n', number},
#include "cluster/thing_nouns.def"
};

}  // namespace

WordClass sentence_word(std::string_view lower) {
  const std::size_t row = sentence_words().find(lower);
  return row == WordList::none ? WordClass::none : classes[row];
}

bool stands_for_no_one(std::string_view lower) {
  constexpr std::string_view words[] = {"anybody",  "anyone",  "everybody", "everyone",
                                        "none",     "nobody",  "one",       "others",
                                        "somebody", "someone", "whoever"};
  return sentence_word(lower) != WordClass::none ||
         std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

const Noun* noun(std::string_view lower) {
  const std::size_t row = nouns().find(lower);
  return row == WordList::none ? nullptr : &noun_rows[row];
}

}  // namespace palimpsest
