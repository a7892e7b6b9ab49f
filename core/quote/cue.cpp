// The rows of cues.def. Tested by tests/core/quote_cases_test.cpp.
#include "quote/cue.h"

#include <array>
#include <iterator>

namespace palimpsest {
namespace {

constexpr Cue rows[] = {
#define CUE(base, third, past, participle, use, clause, noun) \
  {#base, #third, #past, #participle, CueUse::use, CueClause::clause, noun},
#include "quote/cues.def"
};

/// Where the rows of a letter begin; they are in order, and every form of a verb begins alike.
constexpr std::array<std::uint16_t, 27> first_of_letter = [] {
  std::array<std::uint16_t, 27> first{};
  for (std::size_t letter = 0, row = 0; letter < 27; ++letter) {
    while (row < std::size(rows) && static_cast<std::size_t>(rows[row].base[0] - 'a') < letter)
      ++row;
    first[letter] = static_cast<std::uint16_t>(row);
  }
  return first;
}();

constexpr bool rows_are_ordered() {
  for (std::size_t i = 1; i < std::size(rows); ++i)
    if (rows[i].base < rows[i - 1].base) return false;
  for (const Cue& row : rows)
    if (row.past[0] != row.base[0]) return false;
  return true;
}
static_assert(rows_are_ordered());

}  // namespace

CueWord find_cue(std::string_view word) {
  if (word.size() < 3 || word[0] < 'a' || word[0] > 'z') return {};
  const auto letter = static_cast<std::size_t>(word[0] - 'a');
  for (std::size_t i = first_of_letter[letter]; i < first_of_letter[letter + 1]; ++i) {
    if (rows[i].base[1] != word[1] && rows[i].past[1] != word[1]) continue;
    if (word == rows[i].past) return {&rows[i], CueForm::past};
    if (word == rows[i].third) return {&rows[i], CueForm::third};
    if (word == rows[i].base) return {&rows[i], CueForm::base};
    if (word == rows[i].participle) return {&rows[i], CueForm::participle};
  }
  return {};
}

}  // namespace palimpsest
