// How each word is used in the whole text: "Trump" that elsewhere follows "Donald", "Wells" that
// elsewhere stands in "Wells Fargo Bank", "May" that elsewhere is written small.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "entity/tagger_units.h"
#include "entity/tagger_words.h"

namespace palimpsest {

/// One use of a capitalised word; bits of DocumentWords::uses.
enum class Use : std::uint8_t {
  behind_given_name,
  behind_title,
  behind_place_word,  // in, at, from
  behind_article,
  beside_says,
  before_organisation_word,  // or at the head of a run that ends in one
  before_possessive,
  before_comma_and_name,
  last_of_given_run,  // Trump in "Donald J. Trump"
  first_of_run,
  last_of_run,
  in_brackets,
  before_place_word,
  alone,
};
inline constexpr std::size_t use_count = 14;

struct DocumentWords {
  /// Counts over all units with one lower-cased form.
  struct Counts {
    std::uint32_t lower = 0, capital = 0, capital_first = 0;  // written small; capitalised inside a
                                                              // sentence; at its start
    std::array<std::uint16_t, use_count> uses{};
    std::uint32_t first_unit = none, second_unit = none;  // capitalised, the first two
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::vector<Counts> counts;
  std::vector<std::uint32_t> type_of;   // of each distinct word: its row in `counts`
  std::vector<std::uint16_t> use_bits;  // of each unit
};

/// `word_of`, `run_begin`, `run_end` and `first` as in NameText.
DocumentWords survey_words(const Units& units, std::span<const Word> words,
                           std::span<const std::uint32_t> word_of,
                           std::span<const std::uint32_t> run_begin,
                           std::span<const std::uint32_t> run_end,
                           std::span<const std::uint8_t> first);

}  // namespace palimpsest
