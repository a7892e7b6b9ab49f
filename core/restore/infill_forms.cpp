// Tested by tests/core/infill_test.cpp.
#include "restore/infill_forms.h"

#include <algorithm>

#include "model/symbols.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::size_t contexts = 32, most_shared = 32, most_words = 65'000;
constexpr unsigned char end_of_word = 0;

std::size_t context_of(unsigned char before) { return before & (contexts - 1); }

struct Tables {
  std::vector<SymbolTable> all = std::vector<SymbolTable>(contexts + 1);  // letters; shared lengths
  static std::size_t size(std::size_t i) { return i == contexts ? most_shared + 1 : 256; }
};

/// Calls put(table, symbol) for every symbol.
template <class Put>
void walk(const std::vector<std::string>& words, Put put) {
  std::string_view before;
  for (const std::string& word : words) {
    std::size_t shared = 0;
    while (shared < std::min({before.size(), word.size(), most_shared}) &&
           before[shared] == word[shared])
      ++shared;
    put(contexts, shared);
    unsigned char last = shared > 0 ? static_cast<unsigned char>(word[shared - 1]) : end_of_word;
    for (std::size_t i = shared; i <= word.size(); ++i) {
      const unsigned char letter =
          i < word.size() ? static_cast<unsigned char>(word[i]) : end_of_word;
      put(context_of(last), letter);
      last = letter;
    }
    before = word;
  }
}

}  // namespace

void sort_forms(std::vector<std::string>& words, std::size_t guessed) {
  if (words.size() <= guessed) return;
  std::sort(words.begin() + static_cast<std::ptrdiff_t>(guessed), words.end(),
            [](const std::string& a, const std::string& b) {
              const std::string x = lower_case(a), y = lower_case(b);
              return x != y ? x < y : a > b;
            });
}

std::string write_forms(const std::vector<std::string>& words) {
  std::vector<std::vector<std::uint64_t>> counts;
  for (std::size_t i = 0; i <= contexts; ++i) counts.emplace_back(Tables::size(i), 0);
  walk(words, [&](std::size_t table, std::size_t symbol) { ++counts[table][symbol]; });
  Tables tables;
  BitWriter bits;
  for (std::size_t i = 0; i <= contexts; ++i) {
    if (std::all_of(counts[i].begin(), counts[i].end(), [](std::uint64_t n) { return n == 0; }))
      counts[i][0] = 1;
    tables.all[i] = SymbolTable::of_counts(counts[i]);
    put_frequencies(bits, tables.all[i], Tables::size(i));
  }
  SymbolWriter symbols;
  walk(words,
       [&](std::size_t table, std::size_t symbol) { symbols.put(tables.all[table], symbol); });
  const std::string table_bytes = bits.take();
  return four_bytes(static_cast<std::uint32_t>(words.size())) +
         four_bytes(static_cast<std::uint32_t>(table_bytes.size())) + table_bytes + symbols.take();
}

std::optional<std::vector<std::string>> read_forms(std::string_view bytes) {
  if (bytes.size() < 8) return std::nullopt;
  const std::uint32_t count = number_at(bytes, 0), table_size = number_at(bytes, 4);
  bytes.remove_prefix(8);
  if (count > most_words || table_size > bytes.size()) return std::nullopt;
  BitReader bits(bytes.substr(0, table_size));
  Tables tables;
  for (std::size_t i = 0; i <= contexts; ++i) {
    std::optional<SymbolTable> table = get_frequencies(bits, Tables::size(i));
    if (!table || bits.overrun()) return std::nullopt;
    tables.all[i] = std::move(*table);
  }
  SymbolReader symbols(bytes.substr(table_size));
  std::vector<std::string> words;
  words.reserve(count);
  std::string word;
  while (words.size() < count) {
    const std::size_t shared = symbols.get(tables.all[contexts]);
    if (shared > word.size()) return std::nullopt;
    word.resize(shared);
    unsigned char last = shared > 0 ? static_cast<unsigned char>(word.back()) : end_of_word;
    while ((last = static_cast<unsigned char>(symbols.get(tables.all[context_of(last)]))) !=
           end_of_word) {
      word.push_back(static_cast<char>(last));
      if (word.size() > 255 || symbols.overrun()) return std::nullopt;
    }
    words.push_back(word);
  }
  if (symbols.overrun()) return std::nullopt;
  return words;
}

}  // namespace palimpsest
