// The English personal pronouns.
#pragma once

#include <cstdint>
#include <string_view>

namespace palimpsest {

struct Pronoun {
  std::string_view word;  // lower-case
  std::uint8_t person;    // 1, 2 or 3
  char number;            // s, p, or b for both
  char gender;            // m, f, n for a thing, a for any
  bool possessive;        // "her" is, though it may be an object
  bool reflexive;
};

/// The pronoun that `word` is, in any case; null if it is none. "US" and "IT" are none: they name.
const Pronoun* pronoun(std::string_view word);

}  // namespace palimpsest
