// What the two sides of a hunk hold, in the terms in which causes are told apart.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "compare/cause.h"
#include "compare/compare.h"
#include "compare/words.h"

namespace palimpsest {

/// Units [first, last) of one version.
struct Words {
  const Version& version;
  std::uint32_t first, last;

  std::uint32_t size() const { return last - first; }
  bool empty() const { return first == last; }
  const Unit& unit(std::uint32_t i) const { return version.units[i]; }
  /// Key with a capital first letter made small; other letters stay.
  std::uint64_t lower(std::uint32_t i) const;
  std::uint32_t classes(std::uint32_t i) const { return classes_of(lower(i)); }
  bool is(std::uint32_t i, WordClass c) const { return has(classes(i), c); }
  /// The text without blanks around.
  std::string_view text() const;

  bool any(WordClass c) const;
  bool all(WordClass c) const;  // and not empty
  std::uint32_t count(std::uint8_t flag) const;
};

Words old_side(const Difference& d);
Words new_side(const Difference& d);

/// A name: capitalised words with small ones between ("the Bank of England"), an article or a title
/// before; no other words. A single word that begins a sentence counts if it is no common small word.
bool is_name(const Words& words);
/// The words of a name without article and titles.
Words bare_name(Words words);

/// "“Putin”", for a sentence; "nothing" if there are no words; long texts are cut.
std::string quoted(std::string_view text);
std::string quoted(const Words& words);

}  // namespace palimpsest
