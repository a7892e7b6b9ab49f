// What the first look at a text found out about each of its words, as features for a second look:
// where a word is a person's name five times, the sixth is one too (after Krishnan and Manning
// 2006, with one model for both looks).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "entity/features.h"
#include "entity/scorer.h"

namespace palimpsest {

/// A text of fewer sentences has too little to agree with: within one sentence, repetitions are
/// parts of different names (0.5 F lost on single sentences without this limit).
inline constexpr std::size_t least_chains = 3;

/// Votes of the names that the first look found, for each word of the text.
class Agreement {
 public:
  Agreement(const NameText& text, std::span<const FoundName> names);

  /// Features of unit `i` from what all other places of the same word were taken for; none if there
  /// is no other place.
  void features(std::size_t i, std::vector<Feature>& out) const;
  /// True if the other places speak for another kind than the one found here, or if what was found
  /// here is not certain.
  bool asks_again(std::size_t i) const;

 private:
  static constexpr std::size_t kinds = label_kinds + 1;  // the last: no name
  static constexpr std::size_t no_name = label_kinds;
  struct Votes {
    std::array<std::uint32_t, kinds> sum{};   // in sixteenths of a certain vote
    std::array<std::uint32_t, kinds> wide{};  // of these, from names of several words
  };
  struct Own {
    std::uint8_t kind = no_name, votes = 16;
    bool wide = false, counts = false;
  };
  struct Other {
    std::size_t kind = no_name;
    std::uint32_t votes = 0, total = 0;
    bool wide = false;
  };
  Other others(std::size_t i) const;

  const NameText& text_;
  std::vector<Votes> votes_;  // by the type of the word
  std::vector<Own> own_;      // of each unit
};

/// The names after a second look at the chains where the first one was not of one mind.
std::vector<FoundName> second_look(const NameText& text, std::vector<FoundName> first,
                                   Scorer& scorer, const Weights& weights);

}  // namespace palimpsest
