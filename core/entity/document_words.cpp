// Tested by tests/core/tagger_test.cpp.
#include "entity/document_words.h"

#include <algorithm>
#include <bit>

namespace palimpsest {
namespace {

constexpr std::uint8_t given_fact = 1, organisation_fact = 64;

/// Rows for lower-cased forms: "Trump", "TRUMP" and "trump" share one.
std::vector<std::uint32_t> number_types(std::span<const Word> words, std::uint32_t& count) {
  std::vector<std::uint32_t> slots(std::bit_ceil(words.size() * 2 + 2), DocumentWords::none);
  std::vector<std::uint32_t> type_of(words.size());
  count = 0;
  for (std::uint32_t w = 0; w < words.size(); ++w) {
    std::size_t at = words[w].lower & (slots.size() - 1);
    while (slots[at] != DocumentWords::none && words[slots[at]].lower != words[w].lower)
      at = (at + 1) & (slots.size() - 1);
    if (slots[at] == DocumentWords::none) {
      slots[at] = w;
      type_of[w] = count++;
    } else {
      type_of[w] = type_of[slots[at]];
    }
  }
  return type_of;
}

}  // namespace

DocumentWords survey_words(const Units& units, std::span<const Word> words,
                           std::span<const std::uint32_t> word_of,
                           std::span<const std::uint32_t> run_begin,
                           std::span<const std::uint32_t> run_end,
                           std::span<const std::uint8_t> first) {
  DocumentWords result;
  std::uint32_t types = 0;
  result.type_of = number_types(words, types);
  result.counts.resize(types);
  result.use_bits.assign(units.units.size(), 0);
  static const Word edge{};
  for (std::size_t chain = 0; chain < units.chains.size(); ++chain) {
    const std::size_t begin = units.chains[chain], end = units.chain_end(chain);
    const auto word = [&](std::size_t i) -> const Word& {
      return i >= begin && i < end ? words[word_of[i]] : edge;
    };
    for (std::size_t i = begin; i < end; ++i) {
      const Word& w = word(i);
      if (!w.letters) continue;
      DocumentWords::Counts& counts = result.counts[result.type_of[word_of[i]]];
      if (!w.name_like) {
        ++counts.lower;
        continue;
      }
      ++(first[i] ? counts.capital_first : counts.capital);
      if (counts.first_unit == DocumentWords::none)
        counts.first_unit = static_cast<std::uint32_t>(i);
      else if (counts.second_unit == DocumentWords::none)
        counts.second_unit = static_cast<std::uint32_t>(i);
      const Word& before = word(i - 1);
      const Word& after = word(i + 1);
      const std::size_t rb = run_begin[i], re = run_end[i];
      const Word& run_last = re > rb ? word(re - 1) : after;
      const bool long_run = re - rb >= 2;
      const bool organisation =
          (run_last.is(Role::organisation) || (run_last.facts & organisation_fact) != 0) &&
          re - 1 != i;
      const bool uses[use_count] = {before.name_like && (before.facts & given_fact) != 0,
                                    before.is(Role::title),
                                    before.is(Role::at_place),
                                    before.is(Role::article),
                                    before.is(Role::says) || after.is(Role::says),
                                    long_run && organisation,
                                    after.shape == Shape::possessive,
                                    after.shape == Shape::comma && word(i + 2).name_like,
                                    long_run && re - 1 == i && (word(rb).facts & given_fact) != 0,
                                    long_run && rb == i,
                                    long_run && re - 1 == i,
                                    before.shape == Shape::open && after.shape == Shape::close,
                                    after.is(Role::place) && after.name_like,
                                    re - rb == 1};
      unsigned bits = 0;
      for (std::size_t k = 0; k < use_count; ++k)
        if (uses[k]) {
          bits |= 1u << k;
          counts.uses[k] = static_cast<std::uint16_t>(std::min(counts.uses[k] + 1, 0xFFFF));
        }
      result.use_bits[i] = static_cast<std::uint16_t>(bits);
    }
  }
  return result;
}

}  // namespace palimpsest
