// Phrases of a damaged text that a tool may have written over other words: they stand at another
// place, too, and could be taken for the name of somebody or something.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "restore/version_path.h"
#include "restore/words_beside.h"

namespace palimpsest {

/// Views: it lives while the texts do.
class Phrases {
 public:
  /// Of `text`, whose words are `words`; they stand elsewhere in it, or in `other`.
  Phrases(std::string_view text, const ComparedWords& words, const ComparedWords& other);

  /// How long the phrases are that begin with word `i`; the mark of a gap is one.
  PhraseLengths lengths_at(std::uint32_t i) const;
  bool is_gap(std::uint32_t i) const;
  /// Whether one of the words is a verb or the like: no phrase that names has one, but for "Theresa
  /// May", and some tools take half a sentence for a name.
  bool has_clause(std::uint32_t first, std::uint32_t last) const;

 private:
  using Places = std::vector<std::pair<std::uint64_t, std::uint32_t>>;  // by key
  static Places places_of(const ComparedWords& words);
  std::uint32_t longest(std::uint32_t at, const ComparedWords& words, const Places& places) const;
  std::string_view word(std::uint32_t i) const { return words_[i].span.of(text_); }

  std::string_view text_;
  const ComparedWords& words_;
  const ComparedWords& other_;
  const Places in_text_, in_other_;
};

/// "Mr", "Inc", the "S" of "U.S.": a stop behind it may be its own.
bool is_abbreviated(const ComparedWord& word);

/// Neither a word that only builds sentences nor one like "everyone".
bool says_something(std::string_view word);

}  // namespace palimpsest
