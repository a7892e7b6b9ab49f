// The rows of sentence_words.def, person_nouns.def and thing_nouns.def.
#include "cluster/words.h"

#include <algorithm>
#include <string>

#include "repair/word_set.h"
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
constexpr Noun several[] = {{EntityKind::person, m, p},  {EntityKind::person, f, p},
                            {EntityKind::person, a, p},  {EntityKind::organisation, 'n', p},
                            {EntityKind::place, 'n', p}, {EntityKind::facility, 'n', p}};

// With an s these are verbs more often than persons: "she heads", "he models".
constexpr auto verbs_with_s = word_set(
    "advocate", "anchor", "butcher", "champion", "cheat", "cook", "convict", "doctor", "exile",
    "fan", "figure", "fool", "head", "host", "master", "mentor", "model", "mole", "patron",
    "pioneer", "scout", "sponsor", "star", "steward", "tailor", "tutor", "usher", "witness");

constexpr Noun ist = {EntityKind::person, a, s};

/// "abolitionist", "cellist": whoever does or believes something, but no "checklist", no verb.
bool is_ist(std::string_view lower) {
  constexpr std::string_view others[] = {
      "blacklist", "checklist", "consist",  "coexist",   "persist",  "playlist", "shortlist",
      "subsist",   "untwist",   "waitlist", "whitelist", "wishlist", "watchlist"};
  return lower.size() > 6 && lower.ends_with("ist") &&
         std::find(std::begin(others), std::end(others), lower) == std::end(others);
}

/// The one of a regular plural: "librarians", "beneficiaries", "coaches", "airmen", "tribes".
const Noun* singular_of(std::string_view lower) {
  const auto singular = [](std::string_view word) -> const Noun* {
    const std::size_t row = nouns().find(word);
    const bool fits = row != WordList::none && noun_rows[row].kind != EntityKind::work &&
                      noun_rows[row].number != p && !verbs_with_s.contains(word);
    return fits ? &noun_rows[row] : nullptr;
  };
  if (lower.size() < 4) return nullptr;
  if (lower.ends_with("men"))
    return singular(std::string(lower.substr(0, lower.size() - 2)) + "an");
  if (!lower.ends_with('s')) return nullptr;
  if (const Noun* const one = singular(lower.substr(0, lower.size() - 1))) return one;
  if (lower.ends_with("ies")) return singular(std::string(lower.substr(0, lower.size() - 3)) + "y");
  return lower.ends_with("es") ? singular(lower.substr(0, lower.size() - 2)) : nullptr;
}

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
  if (row != WordList::none) return &noun_rows[row];
  if (is_ist(lower)) return &ist;
  const Noun* const one =
      is_ist(lower.substr(0, lower.size() - lower.ends_with('s'))) ? &ist : singular_of(lower);
  if (one == nullptr) return nullptr;
  return std::find_if(std::begin(several), std::end(several), [&](const Noun& kind) {
    return kind.kind == one->kind && kind.gender == one->gender;
  });
}

}  // namespace palimpsest
