// Common nouns that pronouns may stand for: "a woman", "the company", "two former officials". They
// keep a pronoun from going to the wrong name; one that a pronoun stands for becomes a mention.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cluster/reading.h"

namespace palimpsest {

struct Nominal {
  CleanSpan span;                   // from its article to its noun
  std::size_t first = 0, last = 0;  // tokens
  EntityKind kind{};
  Gender gender = Gender::unknown;
  char number = 's';  // as in words.h
  std::string head;   // its noun, lower-cased
  std::size_t head_token = 0;
  bool definite = false;           // "the", "this", "his": may have been spoken of before
  bool possessed = false;          // "her father"
  std::uint32_t named = no_index;  // the mention that it describes: "Conway, [a top aide]"
};

/// Those with a head from the lists that lie in no name, in the order of the text. O(n).
std::vector<Nominal> find_nominals(const TextReading& reading, std::span<const Mention> mentions);

/// Those that the caller brings along and that have no entity yet.
std::vector<Nominal> given_nominals(const TextReading& reading, std::span<const Mention> mentions);

/// Takes a nominal that was given apart; its head may be in no list.
Nominal read_nominal(const TextReading& reading, CleanSpan span, EntityKind kind);

/// True for a name that is the name of several: "Senators", "Leucippus and Democritus", "the
/// Obamas", and what was given as a name but ends in a common noun: "Tropical cyclones".
bool names_several(const TextReading& reading, CleanSpan span, EntityKind kind);

}  // namespace palimpsest
