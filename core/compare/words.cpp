// Tested by tests/core/compare_units_test.cpp.
#include "compare/words.h"

#include <array>
#include <cstddef>

namespace palimpsest {
namespace {

// An open hash table made by the compiler: 1,024 places for about 550 words.
constexpr std::size_t places = 1024;
struct Entry {
  std::uint64_t key = 0;
  std::uint32_t classes = 0;
};

constexpr std::size_t place_of(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15) >> 54);
}
static_assert(places == std::size_t{1} << (64 - 54));

constexpr void enter(std::array<Entry, places>& table, std::string_view words, std::uint32_t bit) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = words.find(' ', begin);
    if (end == std::string_view::npos) end = words.size();
    const std::uint64_t key = key_of(words.substr(begin, end - begin));
    std::size_t at = place_of(key);
    while (table[at].key != 0 && table[at].key != key) at = (at + 1) % places;
    table[at].key = key;
    table[at].classes |= bit;
    begin = end + 1;
  }
}

constexpr std::array<Entry, places> table = [] {
  std::array<Entry, places> made{};
#define WORDS(name, bit, words) enter(made, words, 1u << bit);
#include "compare/words.def"
  return made;
}();

constexpr std::uint32_t function_classes = static_cast<std::uint32_t>(WordClass::article) |
                                           static_cast<std::uint32_t>(WordClass::pronoun) |
                                           static_cast<std::uint32_t>(WordClass::preposition) |
                                           static_cast<std::uint32_t>(WordClass::conjunction) |
                                           static_cast<std::uint32_t>(WordClass::auxiliary) |
                                           static_cast<std::uint32_t>(WordClass::modal);

// The reader of units asks for every word: a table of its own, small enough to stay in the fastest
// memory.
constexpr std::size_t function_places = 512;
constexpr std::size_t function_place_of(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15) >> 55);
}
constexpr std::array<std::uint64_t, function_places> function_words = [] {
  std::array<std::uint64_t, function_places> made{};
  for (const Entry& entry : table) {
    if ((entry.classes & function_classes) == 0) continue;
    std::size_t at = function_place_of(entry.key);
    while (made[at] != 0) at = (at + 1) % function_places;
    made[at] = entry.key;
  }
  return made;
}();

}  // namespace

std::uint32_t classes_of(std::uint64_t key) {
  for (std::size_t at = place_of(key); table[at].key != 0; at = (at + 1) % places)
    if (table[at].key == key) return table[at].classes;
  return 0;
}

bool is_function_word(std::uint64_t lower_key) {
  for (std::size_t at = function_place_of(lower_key); function_words[at] != 0;
       at = (at + 1) % function_places)
    if (function_words[at] == lower_key) return true;
  return false;
}

bool is_abbreviated_title(std::uint64_t lower_key) {
  return has(classes_of(lower_key), WordClass::abbreviated_title);
}

}  // namespace palimpsest
