// What a version of the text that is at hand tells of the damage: where the text has words written
// over those of the version, where it has a gap that the version fills, where blanks, breaks and
// marks were guessed otherwise.
//
// Two versions differ by revision, too, and that is no damage. Damage has a form: a whole phrase
// that stands elsewhere, in a place where the version has other words, with the same words around
// it. One such place may be an editor's; a text in which nearly all differences are such places is
// damaged (`is_damaged`).
#pragma once

#include <cstdint>
#include <vector>

#include "text/span.h"

namespace palimpsest {

struct DamagedText;  // restore/rule.h

/// A place where the text is not what the version says.
struct VersionPlace {
  enum class What : std::uint8_t {
    words,  // a phrase stands there that was written over the version's words
    gap,    // the mark of a gap stands there
    marks,  // the same words, otherwise set: blanks, line ends, quotation marks
  };
  What what{};
  CleanSpan span;           // in the text
  CleanSpan in_version;     // in the version: what stood there
  CleanSpan phrase;         // of `words` and `gap`: what stands there, without the blanks around it
  std::uint32_t words = 0;  // how many words and marks of the version it covers
  bool guessed = false;     // of `marks`: a repair changed something there
};

struct VersionReading {
  std::vector<VersionPlace> places;  // in the order of the text, apart from each other
  // Places of words: whose phrase is a name or has several words, none of them the version's; whose
  // phrase shares a word with the version; whose phrase is a common noun or a pronoun.
  std::uint32_t overwritten = 0, alike = 0, common = 0;
  std::uint32_t revised = 0;    // differences that damage does not explain
  std::uint32_t same = 0;       // words that both texts have
  std::vector<CleanSpan> kept;  // stretches of the text that the version has as well, in order
  bool lines_lost = false;      // the source is one line: its paragraphs are gone
  /// Whether the places of words are damage.
  bool is_damaged() const;
  /// Whether the version has all of the span, in the same place.
  bool has(CleanSpan span) const;
};

/// Nothing without a version. O(n) but for a bounded amount of work between equal stretches.
VersionReading read_version(const DamagedText& damaged);

}  // namespace palimpsest
