// Classes of English words that a comparison asks for, as closed lists (words.def), in a perfect
// hash table made by the compiler: one place to look at for any word, and no branch, because the
// reader of units asks for every word of both texts.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "compare/version.h"

namespace palimpsest {

/// Bits: a word may be of several classes.
enum class UnitClass : std::uint32_t {
#define WORDS(name, bit, ...) name = 1u << bit,
#include "compare/words.def"
};

/// Hash and displace (Belazzougui, Botelho, Dietzfelbinger 2009): words fall into groups, and each
/// group has a number that sends its words to places of their own. 9 KB for some 550 words.
struct WordTable {
  static constexpr std::size_t groups = 256, places = 768;
  std::array<std::uint8_t, groups> displacement{};
  std::array<std::uint64_t, places> keys{};
  std::array<std::uint32_t, places> classes{};

  static constexpr std::uint64_t hash(std::uint64_t key) { return key * 0x9E3779B97F4A7C15; }
  static constexpr std::size_t group_of(std::uint64_t hash) { return hash >> 56; }
  static constexpr std::size_t place_of(std::uint64_t hash, std::uint32_t displacement) {
    const auto mixed = static_cast<std::uint32_t>(hash >> 24) ^ displacement * 0x9E3779B1u;
    return static_cast<std::size_t>(std::uint64_t{mixed} * places >> 32);
  }
  constexpr std::size_t find(std::uint64_t key) const {
    const std::uint64_t h = hash(key);
    return place_of(h, displacement[group_of(h)]);
  }
};
extern const WordTable word_table;

/// The classes of a lower-case word, by its key; 0 for a word in no list. O(1).
inline std::uint32_t classes_of(std::uint64_t key) {
  const std::size_t place = word_table.find(key);
  return word_table.classes[place] & (std::uint32_t{word_table.keys[place] != key} - 1);
}
inline bool has(std::uint32_t classes, UnitClass c) {
  return (classes & static_cast<std::uint32_t>(c)) != 0;
}

/// Articles, pronouns, prepositions, conjunctions, auxiliaries.
inline bool is_function_word(std::uint64_t lower_key) {
  constexpr std::uint32_t function_classes = static_cast<std::uint32_t>(UnitClass::article) |
                                             static_cast<std::uint32_t>(UnitClass::pronoun) |
                                             static_cast<std::uint32_t>(UnitClass::preposition) |
                                             static_cast<std::uint32_t>(UnitClass::conjunction) |
                                             static_cast<std::uint32_t>(UnitClass::auxiliary) |
                                             static_cast<std::uint32_t>(UnitClass::modal);
  return (classes_of(lower_key) & function_classes) != 0;
}
/// Mr, Gov, …: a stop behind them ends no sentence.
inline bool is_abbreviated_title(std::uint64_t lower_key) {
  return has(classes_of(lower_key), UnitClass::abbreviated_title);
}

}  // namespace palimpsest
