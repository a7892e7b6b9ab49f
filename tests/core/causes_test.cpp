// Every cause does what its cases say and leaves alone what they say.
#include <doctest/doctest.h>

#include <algorithm>

#include "compare/compare.h"
#include "compare_cases.h"
#include "compare_laws.h"
#include "export/comparison.h"

namespace palimpsest::tests {
namespace {

std::string trimmed(std::string_view text) {
  const std::string_view blanks = " ";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return std::string(text);
  return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

void check_case(const CauseRule& rule, const CompareCase& c) {
  CAPTURE(rule.name);
  CAPTURE(c.label);
  CAPTURE(c.before);
  CAPTURE(c.after);
  const Version a = read_version(c.before), b = read_version(c.after);
  const Comparison comparison = compare_versions(a, b);
  std::vector<const Hunk*> hunks;
  int moves = 0;
  for (const Hunk& hunk : comparison.hunks) {
    moves += hunk.is_move();
    if (!hunk.is_move()) hunks.push_back(&hunk);
  }
  CHECK(moves == c.moves);
  if (!c.loose) {
    CHECK(hunks.size() == c.changes.size());
    for (std::size_t i = 0; i < std::min(hunks.size(), c.changes.size()); ++i) {
      CHECK(trimmed(hunks[i]->a.of(a.text)) == trimmed(c.changes[i].before));
      CHECK(trimmed(hunks[i]->b.of(b.text)) == trimmed(c.changes[i].after));
    }
  }
  REQUIRE(!hunks.empty());
  for (std::size_t i = 0; i < hunks.size(); ++i) {
    if (c.at >= 0 && static_cast<std::size_t>(c.at) != i) continue;
    const CauseRule& found = rule_of(hunks[i]->cause);
    CAPTURE(found.name);
    CAPTURE(hunks[i]->a.of(a.text));
    CAPTURE(hunks[i]->b.of(b.text));
    if (c.others.empty())
      CHECK(found.name == rule.name);
    else
      CHECK(std::find(c.others.begin(), c.others.end(), found.name) != c.others.end());
    for (const std::string& cause : c.causes) {
      const auto row = std::find_if(cause_rules().begin(), cause_rules().end(),
                                    [&](const CauseRule& r) { return r.name == cause; });
      REQUIRE(row != cause_rules().end());
      CHECK((hunks[i]->causes >> static_cast<int>(row->cause) & 1) == 1);
    }
    const std::string why = found.why({a, b, *hunks[i], comparison.evidence});
    CHECK((!why.empty() || !found.explanation.empty()));
  }
  const std::string broken = broken_comparison_law(c.before, c.after);
  CHECK_MESSAGE(broken.empty(), broken);
  const std::string back = broken_comparison_law(c.after, c.before);
  CHECK_MESSAGE(back.empty(), back);
}

}  // namespace

TEST_CASE("every cause is found where its cases say, and not where they say another") {
  for (const CauseRule& rule : cause_rules()) {
    const std::vector<CompareCase> cases = read_compare_cases(std::string(rule.name));
    for (const CompareCase& c : cases) check_case(rule, c);
    CAPTURE(rule.name);
    CHECK(std::any_of(cases.begin(), cases.end(),
                      [](const CompareCase& c) { return c.others.empty(); }));
    CHECK(std::any_of(cases.begin(), cases.end(),
                      [](const CompareCase& c) { return !c.others.empty(); }));
  }
}

TEST_CASE("a comparison says when there is nothing but damage or style") {
  const auto verdict = [](const char* before, const char* after) {
    return std::string(
        summarize(compare_versions(read_version(before), read_version(after))).verdict);
  };
  CHECK(verdict("He left.", "He left.") == "the same text");
  CHECK(verdict("He left , she said .", "He left, she said.") == "nothing but damage");
  CHECK(verdict("The defence of it.", "The defense of it.") == "nothing but style");
  CHECK(verdict("The defence , of it.", "The defense, of it.") == "nothing but damage and style");
  CHECK(verdict("He left.", "He did not leave.").empty());
}

}  // namespace palimpsest::tests
