// What words say of a `-` between blanks.
#include "repair/hyphen.h"

#include <doctest/doctest.h>

#include <string_view>

#include "repair/habits.h"

namespace palimpsest::tests {

TEST_CASE("compounds score above dashes") {
  constexpr std::string_view hyphens[][2] = {
      {"well", "known"}, {"long", "term"}, {"year", "old"},    {"record", "breaking"},
      {"state", "run"},  {"how", "to"},    {"Anglo", "Irish"}, {"low", "income"}};
  for (const auto& pair : hyphens) {
    CAPTURE(pair[0]);
    CHECK(hyphen_score(pair[0], pair[1]) > 0);
  }
  constexpr std::string_view dashes[][2] = {
      {"said", "he"}, {"years", "and"}, {"country", "the"}, {"here", "which"}, {"time", "it"}};
  for (const auto& pair : dashes) {
    CAPTURE(pair[0]);
    CHECK(hyphen_score(pair[0], pair[1]) < 0);
  }
  CHECK(hyphen_score("", "known") == 0);
}

TEST_CASE("a text is its own dictionary") {
  constexpr std::string_view text = "A loss-making, state-run firm.";
  const Tokens tokens = tokenize(text);
  const Habits habits = survey(text, tokens);
  const Passage passage{text, tokens, habits, {}};
  const KnownCompounds known{Near(passage)};
  CHECK(known.contains("Loss", "making"));
  CHECK(known.contains("state", "run"));
  CHECK(!known.contains("making", "state"));
}

}  // namespace palimpsest::tests
