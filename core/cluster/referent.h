// What a pronoun may stand for, as it is known at one place of the text: a cluster of names, or a
// common noun. And the evidence for one of them, as features of a choice.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "cluster/reading.h"

namespace palimpsest {

/// he and she; it; they. Each has weights of its own.
enum class PronounClass : std::uint8_t { he_she, it, they };
inline constexpr std::size_t pronoun_classes = 3;

enum class Feature : std::uint8_t {
#define FEATURE(name, ...) name,
#include "cluster/features.def"
};
inline constexpr std::size_t feature_count = 0
#define FEATURE(...) +1
#include "cluster/features.def"
    ;

/// Where something was last spoken of.
struct Spoken {
  std::size_t first = 0, last = 0;  // tokens
  std::uint32_t sentence = 0, paragraph = 0, clause = 0, quotation = 0;
  Part part{};
  bool pronoun = false;
  bool says = false;    // a word of saying stands beside it
  bool leads = false;   // nothing was spoken of before it in its sentence
  bool joined = false;  // "Trump and Putin"
  bool within = false;  // inside a longer name or noun phrase
};
Spoken spoken_at(const TextReading& reading, std::size_t first, std::size_t last);

struct Referent {
  EntityKind kind{};
  Gender gender = Gender::unknown;
  char number = 's';  // as in words.h
  bool named = false, definite = false;
  std::uint32_t seen = 0;      // times spoken of so far
  std::uint32_t pronouns = 0;  // of these by a pronoun
  std::uint32_t subjects = 0;  // of these as a subject
  std::uint32_t since = 0;     // the sentence where it was first spoken of
  bool says = false;           // a word of saying has stood beside it
  std::uint8_t female = 255;   // per cent of those who bear the given name; 255: not known
  Spoken latest;
};

/// A pronoun of the third person and what is known where it stands.
struct PronounPlace {
  PronounClass pronoun_class{};
  const Pronoun* pronoun = nullptr;
  std::size_t token = 0;
  Spoken at;
  bool says = false;                     // "he said"
  std::uint32_t last_choice = no_index;  // what the last pronoun of this class and gender stood for
  std::uint32_t choice_before = no_index;  // and the one before that
  std::uint32_t speaker = no_index;        // who says the quotation around it
  std::size_t fitting = 0;                 // candidates
  bool pleonastic = false;
  bool given = false;  // common nouns were given: nothing that is spoken of is missing
};

/// True if the pronoun could stand for it at all: gender and number do not rule it out.
bool could_stand_for(const PronounPlace& place, const Referent& referent);

/// How a candidate stands among the others.
struct Standing {
  std::size_t rank = 0;  // how many others that fit were spoken of later
  bool busiest = false;  // none of those that fit was spoken of more often
  bool ahead = false;    // it is the subject behind the phrase that the pronoun stands in
};
std::vector<Feature> features_of(const TextReading& reading, const PronounPlace& place,
                                 std::uint32_t id, const Referent& referent,
                                 const Standing& standing);
/// The features of standing for nothing that was named; `pair_near`: two persons were named
/// together.
std::vector<Feature> features_of_nothing(const PronounPlace& place, bool any_near, bool pair_near);

/// Weights of a logistic regression over the candidates of one pronoun (a maximum-entropy ranker,
/// as in Denis and Baldridge 2008), in 32nds of a natural logarithm.
using PronounWeights = std::array<std::array<std::int16_t, feature_count>, pronoun_classes>;
const PronounWeights& learnt_weights();

}  // namespace palimpsest
