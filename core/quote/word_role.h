// Closed classes of English words, as far as the search for a speaker asks for them.
#pragma once

#include <cstdint>
#include <string_view>

namespace palimpsest {

enum class WordRole : std::uint8_t {
  open,          // none of the others
  determiner,    // the, a, this, his
  preposition,   // of, for, in
  auxiliary,     // has, would, not
  adverb,        // also, later, and what ends in -ly
  coordinator,   // and, but, or
  subordinator,  // that, while, because
  relative,      // who, which
  former,        // adjectives that stand before a title: former, then, late
  person         // a noun for somebody in an office or a trade: spokesman, aide, director
};

/// The class of a word in small letters.
WordRole word_role(std::string_view word);

}  // namespace palimpsest
