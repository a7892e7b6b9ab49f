// The formats of a document: golden files, and what readers of the formats must find in them.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "cases.h"
#include "export/escape.h"
#include "export/formats.h"
#include "export/segments.h"
#include "export/zip.h"

namespace palimpsest::tests {
namespace {

const std::filesystem::path golden = std::filesystem::path(TESTS_DIR) / "golden" / "export";

CleanSpan place_of(const Document& doc, std::string_view words, std::size_t from = 0) {
  const std::size_t at = doc.cleaned.text.find(words, from);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// A text with repairs, and with names as if found: the formats do not depend on a model.
Document example() {
  Options options;
  options.entities = false;
  Document doc = analyze(read_file(golden / "source.txt"), options);
  const auto add = [&](std::string_view words, EntityKind kind, Form form, std::uint32_t entity,
                       std::size_t from = 0) {
    doc.mentions.push_back(
        {.span = place_of(doc, words, from), .kind = kind, .form = form, .confidence = 97});
    doc.mentions.back().entity = entity;
  };
  add("Zoë Müller", EntityKind::person, Form::name, 0);
  add("the Müller administration", EntityKind::organisation, Form::name, 1);
  add("Müller", EntityKind::person, Form::name, 0, doc.mentions[1].span.begin);
  doc.mentions[2].inside = 1;
  add("She", EntityKind::person, Form::pronoun, 0);
  add("4,000", EntityKind::number, Form::name, no_index);
  doc.entities = {
      {.kind = EntityKind::person,
       .gender = Gender::female,
       .name = "Zoë Müller",
       .aliases = {"Müller"},
       .roles = {"Mayor"},
       .mentions = {0, 2, 3}},
      {.kind = EntityKind::organisation, .name = "the Müller administration", .mentions = {1}}};
  doc.quotes = {{.span = place_of(doc, "“We are = “happy” 😀.”"),
                 .speaker = 0,
                 .speaker_span = place_of(doc, "She"),
                 .cue = place_of(doc, "said"),
                 .confidence = 90}};
  doc.has_entities = doc.has_quotes = true;
  return doc;
}

}  // namespace

TEST_CASE("every format of a document gives its golden file") {
  const Document doc = example();
  for (const DocumentFormat& format : document_formats()) {
    CAPTURE(format.name);
    const std::string written = format.write(doc, {});
    const std::filesystem::path file =
        golden / (std::string(format.name) + "." + std::string(format.extension));
    // WRITE_GOLDEN=1 build/native/tests/core_tests writes them anew, to be read by eye.
    if (std::getenv("WRITE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << written;
    CHECK(written == read_file(file));
  }
}

TEST_CASE("every format takes a text without anything in it") {
  for (const DocumentFormat& format : document_formats()) {
    CAPTURE(format.name);
    const std::string written = format.write(analyze(""), {});
    if (format.media_type.find("json") != std::string_view::npos)
      CHECK(Json::accept(written));
    else if (format.extension == "csv")
      CHECK(written.find("\r\n") == written.size() - 2);  // the names of the columns alone
    else if (format.name == "html")
      CHECK(written.find("<main></main>") != std::string::npos);
    else if (format.name == "docx")
      CHECK(written.substr(0, 4) == "PK\3\4");
    else
      CHECK(written.empty());
  }
}

TEST_CASE("the pieces of a document give both of its texts") {
  const Document doc = example();
  std::string before, after;
  for (const Segment& segment : segments_of(doc)) {
    before += segment.before;
    after += segment.after;
    CHECK(segment.clean.of(doc.cleaned.text) == segment.after);
  }
  CHECK(before == doc.source.text);
  CHECK(after == doc.cleaned.text);
}

TEST_CASE("spaCy finds its own tokens in what is written for it") {
  // Its get_words_and_spaces: the words in order, what stands between two of them as one word, and
  // a blank after a word as a part of it. Doc.from_json refuses tokens that are cut in another way.
  const DocumentFormat* const spacy = document_format_named("spacy");
  REQUIRE(spacy != nullptr);
  for (const std::string_view text : {"  She said:  Yes.\n\n \nThey left , all.\t\n",
                                      "One\r\n\r\n  two \x1C three", " ", "\n\n"}) {
    const Json json = Json::parse(spacy->write(analyze(text), {}));
    const std::string clean = json["text"];
    std::vector<std::string> words;
    for (const Json& token : json["tokens"])
      words.push_back(clean.substr(
          token["start"], token["end"].get<std::size_t>() - token["start"].get<std::size_t>()));
    std::vector<std::string> found;
    std::size_t at = 0;
    const auto is_white = [](const std::string& word) {
      return word.find_first_not_of(" \t\n\r\v\f\x1C\x1D\x1E\x1F") == std::string::npos;
    };
    for (const std::string& word : words) {
      if (is_white(word)) continue;
      const std::size_t begin = clean.find(word, at);
      REQUIRE(begin != std::string::npos);
      if (begin > at) found.push_back(clean.substr(at, begin - at));
      found.push_back(word);
      at = begin + word.size();
      if (at < clean.size() && clean[at] == ' ') ++at;
    }
    if (at < clean.size()) found.push_back(clean.substr(at));
    CHECK(found == words);
  }
}

TEST_CASE("what a spreadsheet would take for a formula is text") {
  std::string out;
  add_csv_field(out, "=1+1");
  CHECK(out == "\"'=1+1\"");
  out.clear();
  add_csv_field(out, "say \"a, b\"");
  CHECK(out == "\"say \"\"a, b\"\"\"");
}

TEST_CASE("a zip has the check value of its standard") {
  CHECK(crc32("123456789") == 0xCBF43926U);
  const std::string zip = write_zip({{"a.txt", "one"}, {"b.txt", ""}});
  CHECK(zip.substr(0, 4) == std::string("PK\3\4"));
  CHECK(zip.find("PK\5\6") == zip.size() - 22);
}

}  // namespace palimpsest::tests
