// Tested by tests/core/model_test.cpp.
#include "model/lexicon.h"

#include <algorithm>
#include <bit>

#include "model/hash.h"
#include "text/order.h"

namespace palimpsest {
namespace {

// A slot: key + 1 in bits 0-24, class in 32-47, facts in 48-55, share of women in 56-59.
std::uint64_t slot_of(const LexiconEntry& e) {
  return (e.key + 1u) | std::uint64_t{e.word_class} << 32 | std::uint64_t{e.facts} << 48 |
         std::uint64_t{e.female} << 56;
}
std::size_t place_of(std::uint32_t key, std::size_t slots) {
  return (key * 0x9E3779B1u >> 7) & (slots - 1);
}

NameFacts facts_of(std::uint64_t slot) {
  if (slot == 0) return {};
  const auto bit = [slot](unsigned i) { return (slot >> (48 + i) & 1) != 0; };
  const auto female = static_cast<std::uint8_t>(slot >> 56 & 15);
  return {.given = bit(0),
          .surname = bit(1),
          .country = bit(2),
          .demonym = bit(3),
          .city = bit(4),
          .region = bit(5),
          .organisation = bit(6),
          .honorific = bit(7),
          .female = female == 15 ? std::uint8_t{255}
                                 : static_cast<std::uint8_t>(std::min(female * 7 + 1, 100))};
}

}  // namespace

std::uint32_t lexicon_key(std::string_view lower) {
  return static_cast<std::uint32_t>(hash_text(lower) >> 40);
}

Lexicon::Lexicon(const std::vector<LexiconEntry>& words, const std::vector<LexiconEntry>& phrases,
                 std::vector<CountryName> countries)
    : countries_(std::move(countries)) {
  words_.fill(words);
  phrases_.fill(phrases);
  sort_by_comparing(countries_,
                    [](const CountryName& a, const CountryName& b) { return a.lower < b.lower; });
}

void Lexicon::Table::fill(const std::vector<LexiconEntry>& entries) {
  if (entries.empty()) return;
  slots.assign(std::bit_ceil(entries.size() * 2), 0);
  for (const LexiconEntry& e : entries) {
    std::size_t at = place_of(e.key, slots.size());
    while (slots[at] != 0 && (slots[at] & 0x1FFFFFF) != e.key + 1u)
      at = (at + 1) & (slots.size() - 1);
    if (slots[at] == 0) slots[at] = slot_of(e);
  }
}

std::uint64_t Lexicon::Table::find(std::uint32_t key) const {
  if (slots.empty()) return 0;
  std::size_t at = place_of(key, slots.size());
  while (slots[at] != 0 && (slots[at] & 0x1FFFFFF) != key + 1u) at = (at + 1) & (slots.size() - 1);
  return slots[at];
}

NameFacts Lexicon::word(std::string_view lower) const {
  return facts_of(words_.find(lexicon_key(lower)));
}

NameFacts Lexicon::phrase(std::string_view lower) const {
  return facts_of(phrases_.find(lexicon_key(lower)));
}

std::uint16_t Lexicon::word_class(std::string_view lower) const {
  return static_cast<std::uint16_t>(words_.find(lexicon_key(lower)) >> 32);
}

const CountryName* Lexicon::find_country(std::string_view lower) const {
  const auto at =
      std::lower_bound(countries_.begin(), countries_.end(), lower,
                       [](const CountryName& c, std::string_view text) { return c.lower < text; });
  return at != countries_.end() && at->lower == lower ? &*at : nullptr;
}

std::string_view Lexicon::country_of(std::string_view lower) const {
  const CountryName* found = find_country(lower);
  return found ? std::string_view(found->country) : std::string_view();
}

}  // namespace palimpsest
