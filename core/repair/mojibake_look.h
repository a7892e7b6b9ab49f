// What a character looks like to a judge of damaged text: is it a letter (of which family, case,
// alphabet), a mark that may follow a letter in good text, or a sign that may not?
#pragma once

#include <cstdint>

namespace palimpsest {

enum class Sort : std::uint8_t {
  letter,
  combining,
  digit,
  closing,  // often stands right behind a letter in good text: ’ ” » … ™ ² °
  opening,  // stands before a letter: „ ‚ ¿ ¡
  dash,
  math,  // √ ¬ ≈ ƒ: stands before ASCII only
  sign,  // any other mark or symbol outside ASCII: stands apart from letters
  box,   // box drawings: stand among themselves
  blank,
  control,
  ascii_mark
};

struct Look {
  Sort sort = Sort::sign;
  bool upper = false, lower = false;
  std::uint8_t family = 0;      // letters and combining marks: scripts that are not mixed in a word
  std::uint32_t alphabets = 0;  // letters of the Latin and Cyrillic families: a bit per language
  std::int8_t rarity = 0;       // 0 usual in articles, up to 20: no character at all
};

inline constexpr std::uint8_t latin_family = 1, cyrillic_family = 3, east_asian_family = 4;

Look look_at(char32_t code);

}  // namespace palimpsest
