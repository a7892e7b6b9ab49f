// Every repair does what its cases say and leaves alone what they say; every flow case comes out as
// written.
#include <doctest/doctest.h>

#include <algorithm>

#include "cases.h"
#include "document/document.h"

namespace palimpsest::tests {
namespace {

std::vector<DrawnEdit> proposed(const RepairRule& rule, const std::string& text) {
  const Tokens tokens = tokenize(text);
  const Habits habits = survey(text, tokens);
  Edits edits;
  edits.begin_rule(rule.kind, rule.safety);
  rule.find({text, tokens, habits, {}}, edits);
  edits.settle(text);
  std::vector<DrawnEdit> drawn;
  for (const Edit& e : edits.edits()) drawn.push_back({e.span, std::string(edits.replacement(e))});
  return drawn;
}

}  // namespace

TEST_CASE("every repair does what its cases say") {
  for (const RepairRule& rule : repair_rules()) {
    const std::vector<RepairCase> cases = read_repair_cases(std::string(rule.name));
    for (const RepairCase& c : cases) {
      CAPTURE(rule.name);
      CAPTURE(c.label);
      CAPTURE(c.before);
      const std::vector<DrawnEdit> edits = proposed(rule, c.before);
      CHECK(edits.size() == c.edits.size());
      for (std::size_t i = 0; i < std::min(edits.size(), c.edits.size()); ++i) {
        CHECK(edits[i].span.begin == c.edits[i].span.begin);
        CHECK(edits[i].span.end == c.edits[i].span.end);
        CHECK(edits[i].replacement == c.edits[i].replacement);
      }
      if (rule.safety != Safety::suggestion)
        CHECK(proposed(rule, c.after).empty());  // repairing twice changes nothing
    }
    CAPTURE(rule.name);
    CHECK(std::ranges::any_of(
        cases, [](const RepairCase& c) { return c.edits.empty(); }));  // a text to leave alone
    CHECK(std::ranges::any_of(cases, [](const RepairCase& c) { return !c.edits.empty(); }));
  }
}

TEST_CASE("whole texts come out as their cases say") {
  for (const FlowCase& c : read_flow_cases()) {
    CAPTURE(c.file);
    CAPTURE(c.label);
    CHECK(analyze(c.input).cleaned.text == c.output);
  }
}

}  // namespace palimpsest::tests
