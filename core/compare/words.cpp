// Tested by tests/core/causes_test.cpp.
#include "compare/words.h"

namespace palimpsest {
namespace {

struct Entry {
  std::uint64_t key = 0;
  std::uint32_t classes = 0;
};
constexpr std::size_t most_entries = 1280;  // a word is one per class

/// The words of all classes, one entry for each class of a word.
struct Entries {
  std::array<Entry, most_entries> all{};
  std::size_t count = 0;

  constexpr void add(std::string_view words, std::uint32_t classes) {
    for (std::size_t begin = 0; begin < words.size();) {
      std::size_t end = words.find(' ', begin);
      if (end == std::string_view::npos) end = words.size();
      all[count++] = {key_of(words.substr(begin, end - begin)), classes};
      begin = end + 1;
    }
  }
};

/// Places a group's words where all places are free, or hold the same word; false if one is taken.
constexpr bool place_group(WordTable& table, const Entries& sorted, std::size_t first,
                           std::size_t last, std::uint32_t displacement) {
  const auto place = [&](std::size_t i) {
    return WordTable::place_of(WordTable::hash(sorted.all[i].key), displacement);
  };
  for (std::size_t i = first; i < last; ++i) {
    std::uint64_t& key = table.keys[place(i)];
    if (key == 0 || key == sorted.all[i].key) {
      key = sorted.all[i].key;
      continue;
    }
    for (std::size_t back = first; back < i; ++back) table.keys[place(back)] = 0;
    return false;
  }
  for (std::size_t i = first; i < last; ++i) table.classes[place(i)] |= sorted.all[i].classes;
  return true;
}

constexpr WordTable make_table() {
  Entries entries;
#define WORDS(name, bit, words) entries.add(words, 1u << bit);
#include "compare/words.def"
  // Sorted by group, by counting.
  std::array<std::size_t, WordTable::groups + 1> begins{};
  const auto group = [](const Entry& entry) {
    return WordTable::group_of(WordTable::hash(entry.key));
  };
  for (std::size_t i = 0; i < entries.count; ++i) ++begins[group(entries.all[i]) + 1];
  for (std::size_t g = 0; g < WordTable::groups; ++g) begins[g + 1] += begins[g];
  Entries sorted;
  std::array<std::size_t, WordTable::groups + 1> next = begins;
  for (std::size_t i = 0; i < entries.count; ++i)
    sorted.all[next[group(entries.all[i])]++] = entries.all[i];
  WordTable table;
  // Large groups first, while there is room.
  for (std::size_t size = 16; size > 0; --size)
    for (std::size_t g = 0; g < WordTable::groups; ++g) {
      if (begins[g + 1] - begins[g] != size) continue;
      std::uint32_t d = 0;
      while (!place_group(table, sorted, begins[g], begins[g + 1], d)) ++d;
      table.displacement[g] = static_cast<std::uint8_t>(d);
    }
  return table;
}

constexpr WordTable made = make_table();

// Every word is found: no group was too large, no displacement too great for its byte.
constexpr bool finds(std::string_view words, std::uint32_t classes) {
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = words.find(' ', begin);
    if (end == std::string_view::npos) end = words.size();
    const std::uint64_t key = key_of(words.substr(begin, end - begin));
    const std::size_t place = made.find(key);
    if (made.keys[place] != key || (made.classes[place] & classes) == 0) return false;
    begin = end + 1;
  }
  return true;
}
#define WORDS(name, bit, words) static_assert(finds(words, 1u << bit));
#include "compare/words.def"

}  // namespace

constinit const WordTable word_table = made;

}  // namespace palimpsest
