// Classes of English words that a comparison asks for, as closed lists (words.def).
#pragma once

#include <cstdint>
#include <string_view>

#include "compare/version.h"

namespace palimpsest {

/// Bits: a word may be of several classes.
enum class WordClass : std::uint32_t {
#define WORDS(name, bit, ...) name = 1u << bit,
#include "compare/words.def"
};

/// The classes of a lower-case word, by its key. O(1).
std::uint32_t classes_of(std::uint64_t key);
inline bool has(std::uint32_t classes, WordClass c) {
  return (classes & static_cast<std::uint32_t>(c)) != 0;
}

/// Articles, pronouns, prepositions, conjunctions, auxiliaries.
bool is_function_word(std::uint64_t lower_key);
/// Mr, Gov, …: a stop behind them ends no sentence.
bool is_abbreviated_title(std::uint64_t lower_key);

}  // namespace palimpsest
