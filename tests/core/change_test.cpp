// Changes made one after another come out as changes of the source, with all that belongs to them.
#include "repair/change.h"

#include <doctest/doctest.h>

#include "restore/restore.h"

namespace palimpsest::tests {
namespace {

constexpr auto restored = static_cast<RestorationKind>(0);

/// `text` with [begin, end) replaced.
Cleaned replaced(std::string_view text, std::uint32_t begin, std::uint32_t end,
                 std::string_view with, ChangeKind kind, std::uint8_t confidence = 90) {
  Cleaned cleaned;
  cleaned.text = std::string(text.substr(0, begin)) + std::string(with);
  const auto clean_end = static_cast<std::uint32_t>(cleaned.text.size());
  cleaned.text += text.substr(end);
  cleaned.changes.push_back({{begin, end},
                             {begin, clean_end},
                             ChangeKinds().set(kind.index()),
                             kind,
                             Safety::likely,
                             confidence});
  return cleaned;
}

}  // namespace

TEST_CASE("rows of both tables are kinds of changes") {
  const ChangeKind repair = RepairKind::mojibake, restoration = restored;
  CHECK(repair.is_repair());
  CHECK(!restoration.is_repair());
  CHECK(restoration.index() == repair_count);
  CHECK(restoration.restoration() == restored);
  CHECK(repair != restoration);
}

TEST_CASE("changes apart from each other stay apart") {
  const std::string source = "a  Trump said so";
  const Cleaned both = then(replaced(source, 1, 3, " ", RepairKind::blank_run),
                            replaced("a Trump said so", 2, 7, "he", restored));
  CHECK(both.text == "a he said so");
  REQUIRE(both.changes.size() == 2);
  CHECK(both.changes[0].source.of(source) == "  ");
  CHECK(both.changes[1].source.of(source) == "Trump");
  CHECK(both.changes[1].clean.of(both.text) == "he");
  CHECK(apply_changes(source, both, {true, false}) == "a Trump said so");
  CHECK(apply_changes(source, both, {false, true}) == "a  he said so");
}

TEST_CASE("a restoration that covers a repair is the kind of both") {
  const std::string source = "the  mayor spoke";
  Cleaned second = replaced("the mayor spoke", 0, 9, "she", restored, 70);
  second.notes.push_back({0, {Lost::What::mention, 1}, "why she"});
  second.readings.push_back({0, 20, "he"});
  const Cleaned both = then(replaced(source, 3, 5, " ", RepairKind::blank_run), second);
  CHECK(both.text == "she spoke");
  REQUIRE(both.changes.size() == 1);
  CHECK(both.changes[0].source.of(source) == "the  mayor");
  CHECK(both.changes[0].kind == restored);
  CHECK(both.changes[0].kinds.count() == 2);
  CHECK(both.changes[0].confidence == 70);
  REQUIRE(both.note_of(0) != nullptr);
  CHECK(both.note_of(0)->why == "why she");
  REQUIRE(both.readings.size() == 1);
  CHECK(both.readings[0].text == "he");
}

TEST_CASE("notes follow their change, and notes that meet become one") {
  Cleaned first = replaced("one two three", 4, 7, "2", restored);
  first.notes.push_back({0, {Lost::What::words, 1}, "first"});
  const Cleaned before = then(first, replaced("one 2 three", 0, 3, "1", RepairKind::blank_run));
  REQUIRE(before.changes.size() == 2);
  CHECK(before.note_of(0) == nullptr);
  REQUIRE(before.note_of(1) != nullptr);
  CHECK(before.note_of(1)->why == "first");
  Cleaned second = replaced("1 2 three", 2, 9, "four", restored);
  second.notes.push_back({0, {Lost::What::words, 2}, "second"});
  const Cleaned after = then(before, second);
  CHECK(after.text == "1 four");
  REQUIRE(after.note_of(1) != nullptr);
  CHECK(after.note_of(1)->why == "first second");
  CHECK(after.note_of(1)->lost.count == 3);
}

TEST_CASE("what undid itself is no change") {
  const std::string source = "a b c";
  Cleaned both = then(replaced(source, 2, 3, "x", RepairKind::blank_run),
                      replaced("a x c", 2, 3, "b", restored));
  CHECK(both.changes.size() == 1);
  drop_equal(source, both);
  CHECK(both.changes.empty());
  CHECK(both.text == source);
}

TEST_CASE("suggestions keep their readings and notes when they are taken and set again") {
  Cleaned cleaned = replaced("a b c", 0, 1, "x", RepairKind::blank_run);
  std::vector<Proposed> proposed(2);
  proposed[0].suggestion = {replaced("a b c", 4, 5, "z", restored).changes[0], "z"};
  proposed[0].note.push_back({0, {Lost::What::words, 1}, "why z"});
  proposed[1].suggestion = {replaced("a b c", 2, 3, "y", restored).changes[0], "y"};
  proposed[1].readings = {{60, "y1"}, {30, "y2"}};
  add_suggestions(std::move(proposed), cleaned);
  std::vector<Proposed> taken = take_suggestions(cleaned);
  CHECK(cleaned.suggestions.empty());
  CHECK(cleaned.readings.empty());
  CHECK(cleaned.notes.empty());
  add_suggestions(std::move(taken), cleaned);
  REQUIRE(cleaned.suggestions.size() == 2);
  CHECK(cleaned.suggestions[0].text == "y");
  REQUIRE(cleaned.readings.size() == 2);
  CHECK(cleaned.readings[0].change == 1);
  CHECK(cleaned.readings[0].text == "y1");
  CHECK(cleaned.readings[1].text == "y2");
  REQUIRE(cleaned.note_of(2) != nullptr);
  CHECK(cleaned.note_of(2)->why == "why z");
}

}  // namespace palimpsest::tests
