// What the English words say that build a sentence, and the nouns that pronouns stand for.
#pragma once

#include <cstdint>
#include <string_view>

#include "entity/mention.h"

namespace palimpsest {

enum class WordClass : std::uint8_t {
  none,
  determiner,
  possessive,
  preposition,
  subordinator,
  coordinator,
  auxiliary,
  saying,
  verb,
  adverb
};

/// The class of a lower-cased word; none for most. O(log n).
WordClass sentence_word(std::string_view lower);

/// True for a word of the sentence, and for "everyone" and the like, lower-cased: nothing is named
/// so.
bool stands_for_no_one(std::string_view lower);

/// A common noun that a pronoun may stand for.
struct Noun {
  EntityKind kind;
  char gender;  // m, f, a for either; n for a thing
  char number;  // s, p; b for one body that may be "they"
};

/// The noun of person_nouns.def or thing_nouns.def, or null. O(1).
const Noun* noun(std::string_view lower);

}  // namespace palimpsest
