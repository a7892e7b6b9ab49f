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
  std::uint32_t classes_of_any = every;  // classes that some unit may have

  static constexpr std::uint32_t every = 0xFFFFFFFF;
  // Beside the classes of words.def, in noted words only: somebody looked; some word is a number;
  // some has a capital; the words are a name.
  static constexpr std::uint32_t noted_any = std::uint32_t{1} << 31,
                                 numeric = std::uint32_t{1} << 30, capital = std::uint32_t{1} << 29,
                                 name = std::uint32_t{1} << 28;

  std::uint32_t size() const { return last - first; }
  bool empty() const { return first == last; }
  const Unit& unit(std::uint32_t i) const { return version.units[i]; }
  /// The words with the union of their classes noted, so that asking for one costs nothing.
  Words noted() const;
  /// Key with a capital first letter made small; other letters stay.
  std::uint64_t lower(std::uint32_t i) const {
    return unit(i).is(Unit::capital) ? lower_of_capital(i) : version.keys[i];
  }
  std::uint64_t lower_of_capital(std::uint32_t i) const;
  std::uint32_t classes(std::uint32_t i) const { return classes_of(lower(i)); }
  bool is(std::uint32_t i, UnitClass c) const { return has(classes(i), c); }
  /// The text without blanks around.
  std::string_view text() const;

  bool any(UnitClass c) const;
  bool all(UnitClass c) const;  // and not empty
  std::uint32_t count(std::uint16_t flag) const;
  bool any(std::uint16_t flag) const;
};

/// The unit before or after the hunk, on a side; a place that is none has no classes.
std::uint32_t classes_before(const Words& words);
std::uint32_t classes_after(const Words& words);

/// Both sides with capitals made small are equal, or hold the same units in another order.
bool equal_but_case(const Words& x, const Words& y);
SMALL_CODE bool same_units(const Words& x, const Words& y);

/// The words without blanks, with contractions written out, abbreviations and number words folded.
SMALL_CODE std::string plain(const Words& words);

/// A number in it: digits, or a word for one, or a compound of one ("two-thirds").
bool is_numeric(const Words& words, std::uint32_t unit, std::uint32_t classes);
bool has_number(const Words& words);
/// The value of a lone number, in digits or words, or -1: "4,000", "four thousand", "$4bn", "25
/// percent".
SMALL_CODE double number_value(const Words& words);
bool is_date(const Words& words);

/// A sentence, or a longer clause with a verb.
bool is_claim(const Words& words);

/// The hunk lies between an opening and a closing quotation mark.
bool is_in_quote(const Words& words);

/// "the number changes from “3” to “4”", "the number “4” is added", "the number “3” is left out".
SMALL_CODE std::string changes(std::string_view what, const Difference& d);

inline bool has_noise(const Difference& d, Noise noise) {
  return (d.hunk.noise & static_cast<std::uint16_t>(noise)) != 0;
}

inline Words old_side(const Difference& d) {
  return {d.a, d.hunk.units.a, d.hunk.units.a_end, d.hunk.old_classes};
}
inline Words new_side(const Difference& d) {
  return {d.b, d.hunk.units.b, d.hunk.units.b_end, d.hunk.new_classes};
}

/// A name: capitalised words with small ones between ("the Bank of England"), an article or a title
/// before; no other words. A single word that begins a sentence counts if it is no common small
/// word.
bool is_name(const Words& words);
/// The words of a name without article and titles.
Words bare_name(Words words);

/// "“Putin”", for a sentence; "nothing" if there are no words; long texts are cut.
SMALL_CODE std::string quoted(std::string_view text);
SMALL_CODE std::string quoted(const Words& words);

}  // namespace palimpsest
