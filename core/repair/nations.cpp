// Tested by tests/cases/repair/gap.json and tests/core/gap_readings_test.cpp.
#include "repair/nations.h"

#include <algorithm>
#include <array>

#include "repair/word_set.h"
#include "text/order.h"

namespace palimpsest {
namespace {

struct Nation {
  std::string_view word, adjective;
};

constexpr Nation nations[] = {
#include "repair/nations.inc"
};

/// Where the rows of each letter begin; the last entry closes Z.
constexpr auto first_of_letter = [] {
  std::array<std::uint16_t, 27> first{};
  std::size_t row = 0;
  for (std::size_t letter = 0; letter < first.size(); ++letter) {
    while (row < std::size(nations) && nations[row].word[0] < static_cast<char>('A' + letter))
      ++row;
    first[letter] = static_cast<std::uint16_t>(row);
  }
  return first;
}();

const Nation* find_nation(std::string_view word) {
  if (word[0] < 'A' || word[0] > 'Z') return nullptr;
  const auto letter = static_cast<std::size_t>(word[0] - 'A');
  for (std::size_t i = first_of_letter[letter]; i < first_of_letter[letter + 1]; ++i)
    if (nations[i].word == word) return &nations[i];
  return nullptr;
}

}  // namespace

bool is_between_nations(std::string_view word) {
  static constexpr auto words =
      word_set("accord", "agreement", "alliance", "axis", "border", "conflict", "contacts",
               "cooperation", "deal", "dialogue", "friendship", "frontier", "negotiations", "pact",
               "partnership", "rapprochement", "relations", "relationship", "rivalry", "summit",
               "talks", "tensions", "ties", "trade", "treaty", "war");
  return words.contains(word);
}

std::vector<std::string> nation_compounds(const Passage& p) {
  struct Count {
    std::string_view adjective;
    std::uint32_t times = 0;
  };
  std::vector<Count> counts;
  for (std::size_t i = 0; i < p.tokens.size(); ++i) {
    const WordShape shape = p.tokens[i].shape();
    if (shape != WordShape::capitalised && shape != WordShape::upper) continue;
    std::string_view word = p.of(i);
    if (word == "States" && i >= 2 && p.of(i - 2) == "United") word = "US";
    const Nation* nation = find_nation(word);
    if (!nation) continue;
    const auto known = std::find_if(counts.begin(), counts.end(), [&](const Count& c) {
      return c.adjective == nation->adjective;
    });
    if (known != counts.end())
      ++known->times;
    else
      counts.push_back({nation->adjective, 1});
  }
  if (counts.size() < 2) return {};
  sort_by(counts, [](const Count& count) { return std::uint64_t{~0U} - count.times; });
  std::array<std::string, 2> names = {std::string(counts[0].adjective),
                                      std::string(counts[1].adjective)};
  if (names[0] == "American") std::swap(names[0], names[1]);
  // American comes last ("Russian-American"), as US first ("US-Russian").
  if (names[1] == "American") return {"US-" + names[0], names[0] + "-American"};
  return {names[0] + "-" + names[1], names[1] + "-" + names[0]};
}

}  // namespace palimpsest
