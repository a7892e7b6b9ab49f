// What is exported as our JSON or as a W3C page comes back as it was: text, decisions, names.
#include "export/record.h"

#include <doctest/doctest.h>

#include "cases.h"
#include "export/formats.h"

namespace palimpsest::tests {
namespace {

Options typed() {
  Options options;
  options.decode = {.automatic = false, .automatic_format = false};
  return options;
}

/// A reader who decides every second repair, in turn for and against it.
Document decided(const std::string& text) {
  Options options = typed();
  const Document found = analyze(text, options);
  for (std::size_t i = 0; i < found.cleaned.changes.size(); i += 2) {
    const Change& change = found.cleaned.changes[i];
    Decision decision{.place = change.source,
                      .kind = std::string(row_of(change.kind).name),
                      .before = std::string(change.source.of(found.source.text)),
                      .kept = i % 4 == 0};
    if (i % 8 == 0) decision.chosen = "\xF0\x9F\x98\x80 e\xCC\x81";
    options.decisions.push_back(std::move(decision));
  }
  ReaderName given, wrong;
  given.text = "Zoë", given.kind = EntityKind::person, given.same_as = "Zoë Müller";
  wrong.text = "Trump Tower", wrong.is_name = false;
  options.entity.lexicon = {given, wrong};
  return analyze(text, options);
}

}  // namespace

TEST_CASE("an export is read back as it was, in every unit") {
  for (const std::string& text : all_texts()) {
    CAPTURE(text);
    const Document doc = decided(text);
    const Json expected = document_json(doc);
    for (const OffsetUnit unit : {OffsetUnit::utf16, OffsetUnit::codepoint, OffsetUnit::byte})
      for (const char* name : {"json", "webannotation"}) {
        CAPTURE(name);
        std::string wrong;
        const std::optional<Json> record =
            read_record(document_format_named(name)->write(doc, {.offsets = unit}), wrong);
        CHECK(wrong.empty());
        REQUIRE(record);
        CHECK((*record)["source"] == doc.source.text);
        CHECK((*record)["decisions"] == expected.value("decisions", Json::array()));
        CHECK((*record)["lexicon"] == expected["lexicon"]);
      }
  }
}

TEST_CASE("what is no export of ours is not taken for one") {
  std::string wrong;
  for (const char* other : {"", "{", "[]", "{}", "{\"type\":\"Feature\"}", "The mayor , he said."})
    CHECK(!read_record(other, wrong));
  CHECK(wrong.empty());
}

TEST_CASE("an export that was damaged is refused in words") {
  for (
      const char* damaged :
      {R"({"schema":"palimpsest/document@1"})",
       R"({"schema":"palimpsest/document@1","source":"a","decisions":[{"source":[0,2],"verdict":"kept"}]})",
       R"({"schema":"palimpsest/document@1","source":"😀","decisions":[{"source":[0,1],"verdict":"kept"}]})",
       R"({"type":"AnnotationPage","text":{"value":"a"},"lexicon":[1]})"}) {
    CAPTURE(damaged);
    std::string wrong;
    CHECK(!read_record(damaged, wrong));
    CHECK(!wrong.empty());
  }
}

}  // namespace palimpsest::tests
