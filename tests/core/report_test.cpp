// The comparison of two reports: conflicts case by case (tests/cases/report, a file for each row of
// report_conflicts.def), and what both, one or neither of two short reports say.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cases.h"
#include "report_cases.h"

namespace palimpsest::tests {
namespace {

const char* const first =
    "Some 4,000 US soldiers have been deployed to Poland, the Pentagon said on Monday.\n\n"
    "“This exercise was planned for more than a year,” said General Mark Hansen.\n\n"
    "The soldiers of the Third Brigade will stay in Poland until the spring.";
const char* const second =
    "WARSAW, Poland\n\n"
    "The Pentagon said 4,000 soldiers were sent to Poland.\n\n"
    "Polish Defence Minister Anna Kowalski welcomed the brigade at the airport.\n\n"
    "General Hansen insisted: “This exercise was planned for more than a year.”\n\n"
    "A spokesman for the Kremlin called the deployment a threat.";

bool names(const std::vector<Fact>& facts, std::string_view text, FactKind about, bool in_a,
           std::string_view words) {
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    return fact.about == about && (in_a ? fact.a : fact.b).of(text) == words;
  });
}

}  // namespace

TEST_CASE("every kind of conflict does what its cases say") {
  for (const SlotRow& row : slot_rows()) {
    const std::string file = "cases/report/" + std::string(row.name) + ".json";
    CAPTURE(file);
    const auto json = nlohmann::json::parse(read_file(std::filesystem::path(TESTS_DIR) / file));
    bool none = false, some = false;
    for (const auto& c : json["cases"]) {
      CAPTURE(c["label"].get<std::string>());
      const ReportPair pair(c["a"].get<std::string>(), c["b"].get<std::string>());
      const std::vector<Conflict>& found = pair.comparison.conflicts;
      if (!c.contains("conflict")) {
        none = true;
        CHECK_MESSAGE(found.empty(), (found.empty() ? "" : found[0].why));
        continue;
      }
      some = true;
      REQUIRE(found.size() == 1);
      CHECK(found[0].slot == row.slot);
      CHECK(pair.in_a(found[0].a) == c["conflict"][0].get<std::string>());
      CHECK(pair.in_b(found[0].b) == c["conflict"][1].get<std::string>());
    }
    CHECK(none);
    CHECK(some);
  }
}

TEST_CASE("two short reports: what both say and what only one does") {
  const ReportPair pair(first, second);
  const ReportComparison& c = pair.comparison;
  const std::string_view a = pair.a.cleaned.text, b = pair.b.cleaned.text;
  REQUIRE(!c.links.empty());
  CHECK(c.links[0].a == 0);
  CHECK(pair.in_b(pair.b.sentences[c.links[0].b]).starts_with("The Pentagon said 4,000"));
  CHECK(c.conflicts.empty());
  CHECK(names(c.both, a, FactKind::number, true, "4,000 US soldiers"));
  CHECK(names(c.both, a, FactKind::place, true, "Poland"));
  CHECK(names(c.both, a, FactKind::person, true, "Mark Hansen"));
  CHECK(
      names(c.both, a, FactKind::quote, true, "“This exercise was planned for more than a year,”"));
  CHECK(names(c.only_a, a, FactKind::date, true, "Monday"));
  CHECK(names(c.only_b, b, FactKind::person, false, "Anna Kowalski"));
  CHECK(names(c.only_b, b, FactKind::event, false,
              "Polish Defence Minister Anna Kowalski welcomed the brigade at the airport."));
}

TEST_CASE("a quotation says whether both have all of its words") {
  const auto why = [](const std::string& number) {
    const ReportPair pair(
        "A fire in a warehouse in Leeds killed 12 people on Monday, the police said.",
        "Police said on Monday that a fire in a warehouse in Leeds killed " + number + " people.");
    for (const Fact& fact : pair.comparison.both)
      if (fact.about == FactKind::quote) return fact.why;
    return std::string();
  };
  CHECK(why("15") == "both have most of these words");
  const ReportPair exact(first, second);
  for (const Fact& fact : exact.comparison.both)
    if (fact.about == FactKind::quote) CHECK(fact.why.starts_with("both have these words"));
}

TEST_CASE("who is quoted, and with which verb") {
  const ReportPair pair(first, second);
  const auto hansen = std::find_if(pair.comparison.voices.begin(), pair.comparison.voices.end(),
                                   [](const Voice& voice) { return voice.name == "Mark Hansen"; });
  REQUIRE(hansen != pair.comparison.voices.end());
  CHECK(hansen->a.quotes == 1);
  CHECK(hansen->b.quotes == 1);
  CHECK(hansen->a.verbs == std::vector<std::string>{"say"});
  CHECK(hansen->b.verbs == std::vector<std::string>{"insist"});
  CHECK(hansen->a.share > 0.1);
  REQUIRE(pair.comparison.framing.verbs.size() == 1);
  CHECK(pair.comparison.framing.verbs[0].speaker == "Mark Hansen");
}

TEST_CASE("borrowed passages, exact and with a word changed") {
  const ReportPair pair(
      "The agency wrote that the spring flood destroyed many of the old wooden bridges in the "
      "valley. "
      "Rain "
      "is forecast.",
      "As the paper has it, the spring flood destroyed many of the old stone bridges in the "
      "valley.");
  REQUIRE(pair.comparison.borrowed.size() == 1);
  const Borrowed& borrowed = pair.comparison.borrowed[0];
  CHECK(pair.in_a(borrowed.a) ==
        "the spring flood destroyed many of the old wooden bridges in the valley");
  CHECK(pair.in_b(borrowed.b) ==
        "the spring flood destroyed many of the old stone bridges in the valley");
  CHECK(!borrowed.exact);
}

TEST_CASE("versions share their text, reports do not") {
  const auto article = [](const char* name) {
    return read_file(std::filesystem::path(PROJECT_DIR) / "examples" / "articles" / name);
  };
  CHECK(recognise_mode(article("damaged.txt"), article("version.txt")) == CompareMode::versions);
  CHECK(recognise_mode(article("version.txt"), article("report.txt")) == CompareMode::reports);
  CHECK(recognise_mode("", "") == CompareMode::versions);
  CHECK(shared_text("one two three four five", "zero one two three four") == doctest::Approx(0.8));
}

TEST_CASE("the example articles: the call in both, the people of each, no conflict") {
  const auto article = [](const char* name) {
    return read_file(std::filesystem::path(PROJECT_DIR) / "examples" / "articles" / name);
  };
  const ReportPair pair(article("version.txt"), article("report.txt"));
  const ReportComparison& c = pair.comparison;
  CHECK(c.conflicts.empty());
  REQUIRE(!c.links.empty());
  CHECK(c.links[0].why == "both: Donald Trump, Vladimir Putin, speak, phone, Saturday");
  const auto people = [&](const std::vector<Fact>& facts, bool in_a) {
    std::vector<std::string> found;
    for (const Fact& fact : facts)
      if (fact.about == FactKind::person)
        found.emplace_back(in_a ? pair.in_a(fact.a) : pair.in_b(fact.b));
    return found;
  };
  CHECK(people(c.only_a, true) ==
        std::vector<std::string>{"Mike Pence", "Sergey Lavrov", "Theresa May"});
  CHECK(people(c.only_b, false) == std::vector<std::string>{"Dmitry Peskov", "Sean Spicer",
                                                            "Angela Merkel", "François Hollande",
                                                            "Kellyanne Conway", "Hillary Clinton"});
}

}  // namespace palimpsest::tests
