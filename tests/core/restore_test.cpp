// The step `restore` in the flow.
#include "restore/restore.h"

#include <doctest/doctest.h>

#include <set>

#include "document/document.h"

namespace palimpsest::tests {

TEST_CASE("every kind of change has one row, with all its words") {
  std::set<std::string_view> names;
  const std::vector<ChangeRow> rows = change_rows();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CAPTURE(rows[i].name);
    CHECK(rows[i].kind.index() == i);
    CHECK(names.insert(rows[i].name).second);
    CHECK(!rows[i].title.empty());
    CHECK(!rows[i].explanation.empty());
    CHECK((rows[i].group == Group::restore) == !rows[i].kind.is_repair());
  }
  CHECK(rows.size() == repair_rules().size() + restoration_rules().size());
}

TEST_CASE("with nothing to restore by, nothing is restored") {
  const std::string text = "Trump said Trump was in Trump office. Trump thanked Trump staff.";
  CHECK(!RestoreOptions().any());
  CHECK(analyze(text).cleaned.text == text);
}

}  // namespace palimpsest::tests
