// The readings that a gap offers: words that may have stood there.
#include <doctest/doctest.h>

#include "document/document.h"

namespace palimpsest::tests {
namespace {

std::vector<std::string> readings(std::string_view text) {
  const Document doc = analyze(text);
  std::vector<std::string> found;
  for (const ChangeReading& r : doc.cleaned.readings)
    if (r.change < doc.cleaned.changes.size() &&
        doc.cleaned.changes[r.change].kind == RepairKind::gap)
      found.push_back(r.text);
  return found;
}

bool has(const std::vector<std::string>& found, std::string_view text) {
  for (const std::string& f : found)
    if (f == text) return true;
  return false;
}

}  // namespace

TEST_CASE("a gap offers compounds that are known before the next word") {
  CHECK(has(readings("He spoke of the   goals of the town."), "long-term"));
  CHECK(readings("He spoke of the   zebras of the town.").empty());
}

TEST_CASE("a gap offers the text's own compounds first") {
  const auto found =
      readings("A blue-eyed zebra and another blue-eyed zebra met. He saw one   zebra more.");
  REQUIRE(!found.empty());
  CHECK(found[0] == "blue-eyed");
}

TEST_CASE("a gap offers what fits the article") {
  CHECK(!has(readings("He spoke of an   plan of the town."), "long-term"));
  CHECK(has(readings("He spoke of a   plan of the town."), "long-term"));
}

TEST_CASE("a gap before relations offers the nations that the text names") {
  const auto found =
      readings("Russia and the United States met. The Russian side said that   relations matter.");
  CHECK(has(found, "US-Russian"));
  CHECK(has(found, "Russian-American"));
  CHECK(has(readings("France met Germany. They said that   talks go on."), "French-German"));
}

}  // namespace palimpsest::tests
