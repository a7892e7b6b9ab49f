// Words of the comparison of reports: stems, rarity, synonyms, opposites.
#include "compare/report_words.h"

#include <doctest/doctest.h>

namespace palimpsest::tests {

TEST_CASE("forms of a word have one stem") {
  const std::pair<const char*, const char*> pairs[] = {
      {"deployed", "deploying"},       {"countries", "country"}, {"stopped", "stopping"},
      {"inauguration", "inaugurated"}, {"agreements", "agree"},  {"soldiers", "soldier"},
      {"sanction", "sanctions"},       {"relations", "relation"}};
  for (const auto& [x, y] : pairs) {
    CAPTURE(x);
    CHECK(stem_of(x) == stem_of(y));
  }
}

TEST_CASE("short words and other letters stay") {
  for (const char* word : {"is", "bus", "the", "été", "köln", "u2", ""})
    CHECK(stem_of(word) == word);
}

TEST_CASE("a rare word says more than a common one") {
  const auto rarity = [](const char* word) { return rarity_of(stem_of(word)); };
  CHECK(rarity("the") < rarity("program"));
  CHECK(rarity("program") < rarity("relations"));
  CHECK(rarity("relations") < rarity("dossier"));
  CHECK(rarity("zyzzyva") == 12);
}

TEST_CASE("synonyms share a class and opposites have two sides of one") {
  const auto synonyms = [](const char* word) { return synonym_class(stem_of(word)); };
  const auto opposites = [](const char* word) { return opposite_class(stem_of(word)); };
  CHECK(synonyms("speak") != 0);
  CHECK(synonyms("speak") == synonyms("converse"));
  CHECK(synonyms("speak") != synonyms("deploy"));
  CHECK(synonyms("soldierly") == 0);
  CHECK(opposites("rose") == -opposites("fell"));
  CHECK(opposites("rose") != 0);
  CHECK(slot_of_opposites(opposites("rose")) == Slot::opposite);
  CHECK(slot_of_opposites(opposites("alleged")) == Slot::certainty);
}

}  // namespace palimpsest::tests
