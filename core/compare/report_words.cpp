// Tested by tests/core/report_words_test.cpp.
#include "compare/report_words.h"

#include <algorithm>
#include <array>

#include "model/hash.h"

namespace palimpsest {
namespace {

std::uint32_t tag_of(std::string_view stem) {
  return static_cast<std::uint32_t>(hash_text(stem) >> 32) | 1;
}

/// Calls `use` with every word of a list with blanks between.
template <class Use>
void for_each_word(std::string_view words, Use use) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = words.find(' ', begin);
    if (end == std::string_view::npos) end = words.size();
    if (end > begin) use(words.substr(begin, end - begin));
    begin = end + 1;
  }
}

constexpr std::string_view suffixes[] = {
    "ations", "ation", "ating", "ators", "ator", "ated", "ates", "ate", "ments", "ment", "ness",
    "ities",  "ity",   "ingly", "edly",  "ings", "ing",  "ions", "ion", "ies",   "ied",  "ers",
    "ors",    "ed",    "er",    "or",    "ly",   "al",   "es",   "s",   "e",     "y"};

/// A stem made without an allocation; a word of more letters than there is room for is cut.
struct Stem {
  std::array<char, 32> letters{};
  std::size_t size = 0;

  explicit Stem(std::string_view word) {
    for (const char c : word)
      if (size < letters.size()) letters[size++] = c;
    if (size > 3 && ends_with("s") && !ends_with("ss")) {
      if (size > 4 && ends_with("ies")) {
        size -= 2;
        letters[size - 1] = 'y';
      } else {
        --size;
      }
    }
    for (const std::string_view suffix : suffixes) {
      if (size < suffix.size() + 3 || !ends_with(suffix)) continue;
      const std::size_t rest = size - suffix.size();
      if (view().find_first_of("aeiouy") >= rest) continue;
      size = rest;
      break;
    }
    const char last = size > 3 ? letters[size - 1] : 'l';
    if (last != 'l' && last != 's' && last != 'z' && letters[size - 2] == last) --size;
  }
  std::string_view view() const { return {letters.data(), size}; }
  bool ends_with(std::string_view end) const {
    return size >= end.size() && view().substr(size - end.size()) == end;
  }
};

/// Words with a small number each, open addressing. Made when it is first asked for: a page loads
/// the words, which are half as many bytes as the table when both are packed.
template <std::size_t size>
struct Table {
  std::array<std::uint32_t, size> tags{};
  std::array<std::int16_t, size> values{};

  void add(std::string_view word, std::int16_t value) {
    const std::uint32_t tag = tag_of(word);
    std::size_t at = tag % size;
    while (tags[at] != 0 && tags[at] != tag) at = (at + 1) % size;
    if (tags[at] == tag) return;  // the first row stays
    tags[at] = tag;
    values[at] = value;
  }
  std::int16_t find(std::string_view word) const {
    const std::uint32_t tag = tag_of(word);
    for (std::size_t at = tag % size; tags[at] != 0; at = (at + 1) % size)
      if (tags[at] == tag) return values[at];
    return -1;
  }
};

constexpr std::uint32_t rarest = 12;

const Table<5003>& rarities() {
  static const auto made = [] {
    Table<5003> table;  // some 3,400 stems
#define BAND(band, stems) \
  for_each_word(stems, [&](std::string_view stem) { table.add(stem, band + 1); });
#include "compare/report_frequencies.inc"
    return table;
  }();
  return made;
}

const Table<1009>& synonyms() {
  static const auto made = [] {
    Table<1009> table;
    std::int16_t row = 0;
#define SYNONYMS(words) \
  ++row;                \
  for_each_word(words, [&](std::string_view word) { table.add(Stem(word).view(), row); });
#include "compare/report_synonyms.def"
    return table;
  }();
  return made;
}

const Table<509>& opposites() {
  static const auto made = [] {
    Table<509> table;
    std::int16_t row = 0;
#define OPPOSITES(slot, one, other)                                                      \
  row = static_cast<std::int16_t>(row + 2);                                              \
  for_each_word(one, [&](std::string_view word) { table.add(Stem(word).view(), row); }); \
  for_each_word(other, [&](std::string_view word) {                                      \
    table.add(Stem(word).view(), static_cast<std::int16_t>(row + 1));                    \
  });
#include "compare/report_opposites.def"
    return table;
  }();
  return made;
}

}  // namespace

std::string stem_of(std::string_view lower) {
  for (const char c : lower)
    if (c < 'a' || c > 'z') return std::string(lower);
  return std::string(Stem(lower).view());
}

std::uint32_t rarity_of(std::string_view stem) {
  const std::int16_t found = rarities().find(stem);
  return found < 0 ? rarest : static_cast<std::uint32_t>(found);
}

std::uint16_t synonym_class(std::string_view stem) {
  const std::int16_t found = synonyms().find(stem);
  return found < 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(found);
}

int opposite_class(std::string_view stem) {
  const std::int16_t found = opposites().find(stem);
  return found < 0 ? 0 : found % 2 == 0 ? found / 2 : -(found / 2);
}

Slot slot_of_opposites(int opposite_class) {
  constexpr Slot slots[] = {
#define OPPOSITES(slot, one, other) Slot::slot,
#include "compare/report_opposites.def"
  };
  return slots[(opposite_class < 0 ? -opposite_class : opposite_class) - 1];
}

}  // namespace palimpsest
