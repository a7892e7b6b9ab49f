// Every restoration does what its cases say and leaves alone what they say; what it restored it
// leaves alone, too.
#include <doctest/doctest.h>

#include <algorithm>

#include "cases.h"
#include "cli/builtin_model.h"
#include "document/document.h"

namespace palimpsest::tests {
namespace {

/// What the row did to the source of `doc`.
std::vector<DrawnEdit> done(const Document& doc, RestorationKind kind) {
  std::vector<DrawnEdit> edits;
  for (const Change& c : doc.cleaned.changes)
    if (c.kind == ChangeKind(kind))
      edits.push_back({{c.source.begin, c.source.end}, std::string(c.clean.of(doc.cleaned.text))});
  return edits;
}

}  // namespace

TEST_CASE("every restoration does what its cases say") {
  for (const RestorationRule& rule : restoration_rules()) {
    const std::vector<RestoreCase> cases = read_restore_cases(std::string(rule.name));
    for (const RestoreCase& c : cases) {
      CAPTURE(rule.name);
      CAPTURE(c.drawn.label);
      Options options;
      options.model = builtin_model();
      if (c.blind) options.restore.model = builtin_restore_model();
      options.restore.version = c.version;
      options.restore.report = c.report;
      const Document doc = analyze(c.drawn.before, options);
      CAPTURE(doc.cleaned.text);
      const std::vector<DrawnEdit> edits = done(doc, rule.kind);
      CHECK(edits.size() == c.drawn.edits.size());
      for (std::size_t i = 0; i < std::min(edits.size(), c.drawn.edits.size()); ++i) {
        CHECK(edits[i].span.begin == c.drawn.edits[i].span.begin);
        CHECK(edits[i].span.end == c.drawn.edits[i].span.end);
        CHECK(edits[i].replacement == c.drawn.edits[i].replacement);
      }
      CHECK(analyze(doc.cleaned.text, options).cleaned.changes.empty());
      Options rejecting = options;
      rejecting.restore.reject = {rule.kind};
      CHECK(done(analyze(c.drawn.before, rejecting), rule.kind).empty());
    }
    CAPTURE(rule.name);
    CHECK(std::any_of(cases.begin(), cases.end(),
                      [](const RestoreCase& c) { return c.drawn.edits.empty(); }));
    CHECK(std::any_of(cases.begin(), cases.end(),
                      [](const RestoreCase& c) { return !c.drawn.edits.empty(); }));
  }
}

}  // namespace palimpsest::tests
