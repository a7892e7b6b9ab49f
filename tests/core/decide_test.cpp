// What the reader decided is carried out, and the laws of changes hold afterwards.
#include <doctest/doctest.h>

#include "cases.h"
#include "document/document.h"

namespace palimpsest::tests {
namespace {

Cleaned decided(std::string_view text, const std::vector<Decision>& decisions) {
  const Source source = decode(text, {.automatic = false, .automatic_format = false});
  return decide(source, repair(source), decisions);
}

Decision about(const Change& change, bool kept) {
  return {.place = change.source, .kind = std::string(row_of(change.kind).name), .kept = kept};
}

constexpr std::string_view text = "The mayorâ€™s plan , he said .";

}  // namespace

TEST_CASE("a change that is put back is proposed and not applied") {
  const Cleaned all = decided(text, {});
  REQUIRE(all.changes.size() == 3);
  const Cleaned cleaned = decided(text, {about(all.changes[1], false)});
  CHECK(cleaned.text == "The mayor’s plan , he said.");
  CHECK(cleaned.changes.size() == 2);
  REQUIRE(cleaned.suggestions.size() == 1);
  CHECK(cleaned.suggestions[0].change.source == all.changes[1].source);
  CHECK(cleaned.suggestions[0].change.clean.of(cleaned.text) == " ");
  CHECK(cleaned.suggestions[0].text.empty());
}

TEST_CASE("a reading that is chosen stands in the place") {
  const Cleaned all = decided(text, {});
  Decision decision = about(all.changes[0], true);
  decision.chosen = "'";
  const Cleaned cleaned = decided(text, {decision});
  CHECK(cleaned.text == "The mayor's plan, he said.");
  decision.chosen = "â€™";
  CHECK(decided(text, {decision}).text == "The mayorâ€™s plan, he said.");
}

TEST_CASE("a decision about another place or kind changes nothing") {
  const Cleaned all = decided(text, {});
  Decision elsewhere = about(all.changes[0], false), other = elsewhere;
  ++elsewhere.place.begin;
  other.kind = "difference";
  CHECK(decided(text, {elsewhere, other}).text == all.text);
}

TEST_CASE("the law of changes holds for any part of the repairs put back or taken") {
  std::uint32_t seed = 1;
  for (const std::string& article : all_texts()) {
    CAPTURE(article);
    const Source source = decode(article, {.automatic = false, .automatic_format = false});
    const Cleaned all = repair(source);
    std::vector<Decision> decisions;
    for (const Change& change : all.changes)
      if ((seed = seed * 1664525 + 1013904223) >> 31) decisions.push_back(about(change, false));
    for (const Suggestion& suggestion : all.suggestions)
      if ((seed = seed * 1664525 + 1013904223) >> 31)
        decisions.push_back(about(suggestion.change, true));
    const Cleaned cleaned = decide(source, all, decisions);
    CHECK(apply_changes(source.text, cleaned, std::vector<bool>(cleaned.changes.size(), true)) ==
          cleaned.text);
    CHECK(apply_changes(source.text, cleaned, std::vector<bool>(cleaned.changes.size(), false)) ==
          source.text);
    for (const Suggestion& suggestion : cleaned.suggestions)
      CHECK(suggestion.change.clean.end <= cleaned.text.size());
    for (const ChangeReading& reading : cleaned.readings)
      CHECK(reading.change < cleaned.changes.size() + cleaned.suggestions.size());
    cleaned.map();  // asserts that the pieces are in order and apart
  }
}

}  // namespace palimpsest::tests
