// What the tagger knows of one word wherever it stands: its letters, its shape, its class, the
// lists it is in. Computed once for each distinct word of a text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "entity/tagger_units.h"
#include "model/lexicon.h"

namespace palimpsest {

/// How a sentence is written. In the last three capitals say nothing, so that features of capitals
/// are replaced by one that only names the case.
enum class LetterCase : std::uint8_t { normal, upper, title, lower };

enum class Shape : std::uint8_t {
  none,  // behind the edge of a chain
  lower,
  capitalised,
  letter,       // X
  upper_short,  // XX, XXX
  upper_long,
  initial,      // X.
  dotted,       // U.S.
  abbreviated,  // Mr.
  mixed,        // McCain
  lower_mixed,  // iPhone
  uncased,
  digits_short,
  year,
  digits,
  digits_letters,
  comma,
  stop,
  colon,
  quote,
  open,
  close,
  hyphen,
  dash,
  slash,
  ampersand,
  possessive,
  mark,
  upper_text,  // a word in a sentence of that case
  title_text,
  lower_text,
};

/// Small closed sets of words with a say in what stands beside them; bits.
enum class Role : std::uint16_t {
  says = 1,          // said, told
  title = 2,         // president, Sen., spokesman
  organisation = 4,  // Inc, University, Ministry
  place = 8,         // River, County, Street
  at_place = 16,     // in, at, near
  calendar = 32,     // Monday, June
  article = 64,
  event = 128,  // War, Games, Act
};

struct Word {
  std::uint64_t lower = 0, surface = 0;   // hashes
  std::array<std::uint32_t, 4> prefix{};  // of 1 to 4 bytes of the lower-cased form; 0: too short
  std::array<std::uint32_t, 4> suffix{};
  std::uint16_t word_class = 0;
  std::uint16_t roles = 0;
  std::uint8_t facts = 0;  // bits as in LexiconEntry
  Shape shape = Shape::none;
  LetterCase letter_case = LetterCase::normal;
  bool letters = false;
  bool name_like = false;  // capitalised, or in a sentence whose capitals say nothing

  bool is(Role r) const { return (roles & static_cast<std::uint16_t>(r)) != 0; }
};

Word read_word(std::string_view text, const NameUnit& unit, LetterCase letter_case,
               const Lexicon& lexicon);

/// The shape that the word has by itself, whatever the case of its sentence.
Shape shape_of(std::string_view surface, const NameUnit& unit);

bool begins_with_capital(Shape shape);

}  // namespace palimpsest
