// Tested by tests/core/infill_test.cpp.
#include "restore/infill_grams.h"

#include <algorithm>
#include <bit>

#include "model/hash.h"
#include "model/symbols.h"
#include "restore/infill_words.h"

namespace palimpsest {
namespace {

constexpr std::size_t weight_range = 32;  // -15 to 15 as symbols 1 to 31
constexpr std::uint32_t most_entries = 1u << 20;
// Nine of ten words that are asked for have no correction: a bit tells of most of them.
constexpr std::uint32_t filter_bits = 1u << 21;

std::size_t slot_of(std::uint32_t key, std::size_t size) {
  return (key * 0x9E3779B1u >> 4) & (size - 1);
}

/// Low bits of the Rice code for so many ascending keys.
unsigned low_bits(std::size_t entries) {
  unsigned bits = 0;
  while (bits < InfillGrams::key_bits &&
         (entries << (bits + 1)) < (std::size_t{1} << InfillGrams::key_bits))
    ++bits;
  return bits;
}

std::uint32_t key_of(std::uint64_t mixed_context, std::uint8_t kind, std::uint16_t word) {
  return static_cast<std::uint32_t>(mix_bits(mixed_context + (std::uint64_t{word} << 8 | kind)) >>
                                    (64 - InfillGrams::key_bits));
}

}  // namespace

std::uint64_t gram_context(std::uint8_t kind, const InfillNeighbours& beside) {
  const std::uint16_t words[] = {beside.left[0], beside.left[1], beside.right[0], beside.right[1]};
  std::uint64_t context = 0;
  for (unsigned i = 0; i < 4; ++i) {
    if ((kind >> i & 1) == 0) continue;
    if (words[i] == InfillVocabulary::lost) return 0;
    context |= (std::uint64_t{words[i]} + 1) << 16 * i;
  }
  return context;
}

std::uint32_t gram_key(std::uint8_t kind, std::uint64_t context, std::uint16_t word) {
  return key_of(mix_bits(context), kind, word);
}

InfillGrams::InfillGrams(const std::vector<GramEntry>& entries, std::int32_t step) : step_(step) {
  if (entries.empty()) return;
  keys_.assign(std::bit_ceil(entries.size() * 2), 0);
  weights_.assign(keys_.size(), 0);
  may_have_.assign(filter_bits, false);
  for (const GramEntry& e : entries) {
    may_have_[e.key % filter_bits] = true;
    std::size_t at = slot_of(e.key, keys_.size());
    while (keys_[at] != 0 && keys_[at] != e.key + 1) at = (at + 1) & (keys_.size() - 1);
    if (keys_[at] == 0) keys_[at] = e.key + 1, weights_[at] = e.weight;
  }
}

std::int32_t InfillGrams::find(std::uint32_t key) const {
  if (!may_have_[key % filter_bits]) return 0;
  std::size_t at = slot_of(key, keys_.size());
  while (keys_[at] != 0) {
    if (keys_[at] == key + 1) return weights_[at];
    at = (at + 1) & (keys_.size() - 1);
  }
  return 0;
}

InfillGrams::Place InfillGrams::place(const InfillNeighbours& beside) const {
  Place place{};
  for (std::size_t i = 0; i < gram_kinds.size() && !keys_.empty(); ++i)
    if (const std::uint64_t context = gram_context(gram_kinds[i], beside))
      place[i] = mix_bits(context);
  return place;
}

std::int32_t InfillGrams::correction(const Place& place, std::uint16_t word) const {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < gram_kinds.size(); ++i)
    if (place[i] != 0) sum += find(key_of(place[i], gram_kinds[i], word));
  return sum * step_;
}

std::string write_grams(std::vector<GramEntry> entries, std::int32_t step) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const GramEntry& a, const GramEntry& b) { return a.key < b.key; });
  entries.erase(std::unique(entries.begin(), entries.end(),
                            [](const GramEntry& a, const GramEntry& b) { return a.key == b.key; }),
                entries.end());
  std::vector<std::uint64_t> counts(weight_range, 0);
  counts[weight_range / 2] = 1;
  const auto symbol = [](const GramEntry& e) {
    return static_cast<std::size_t>(e.weight + static_cast<int>(weight_range / 2));
  };
  for (const GramEntry& e : entries) ++counts[symbol(e)];
  const SymbolTable table = SymbolTable::of_counts(counts);
  BitWriter bits;
  SymbolWriter symbols;
  put_frequencies(bits, table, weight_range);
  std::uint32_t next = 0;
  for (const GramEntry& e : entries) {
    bits.put_rice(e.key - next, low_bits(entries.size()));
    next = e.key + 1;
    symbols.put(table, symbol(e));
  }
  const std::string key_bytes = bits.take();
  return four_bytes(static_cast<std::uint32_t>(entries.size())) +
         four_bytes(static_cast<std::uint32_t>(step)) +
         four_bytes(static_cast<std::uint32_t>(key_bytes.size())) + key_bytes + symbols.take();
}

std::optional<std::vector<GramEntry>> read_grams(std::string_view bytes, std::int32_t& step) {
  if (bytes.size() < 12) return std::nullopt;
  const std::uint32_t count = number_at(bytes, 0), units = number_at(bytes, 4),
                      size = number_at(bytes, 8);
  bytes.remove_prefix(12);
  if (count > most_entries || units > 4096 || size > bytes.size()) return std::nullopt;
  BitReader bits(bytes.substr(0, size));
  const std::optional<SymbolTable> table = get_frequencies(bits, weight_range);
  if (!table) return std::nullopt;
  SymbolReader symbols(bytes.substr(size));
  std::vector<GramEntry> entries(count);
  std::uint64_t next = 0;
  for (GramEntry& e : entries) {
    next += bits.get_rice(low_bits(count));
    if (next >> InfillGrams::key_bits != 0 || bits.overrun() || symbols.overrun())
      return std::nullopt;
    e.key = static_cast<std::uint32_t>(next++);
    e.weight = static_cast<std::int8_t>(symbols.get(*table) - static_cast<int>(weight_range / 2));
  }
  if (bits.overrun() || symbols.overrun()) return std::nullopt;
  step = static_cast<std::int32_t>(units);
  return entries;
}

}  // namespace palimpsest
