// Every row of encodings.def has cases: bytes drawn as ASCII with <HH> for the others, the text
// that they are, and what is found in them. A "forced" case is decoded as asked, the others are
// detected.
#include "decode/decode.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "cases.h"
#include "decode/detect.h"

namespace palimpsest::tests {
namespace {

using nlohmann::json;
using namespace std::string_literals;

std::string undrawn(const std::string& drawing) {
  std::string bytes;
  for (std::size_t i = 0; i < drawing.size(); ++i) {
    if (drawing[i] != '<') {
      bytes.push_back(drawing[i]);
      continue;
    }
    REQUIRE(drawing.at(i + 3) == '>');
    bytes.push_back(static_cast<char>(std::stoi(drawing.substr(i + 1, 2), nullptr, 16)));
    i += 3;
  }
  return bytes;
}

std::string name_of_file(Encoding encoding) {
  constexpr const char* names[] = {
#define ENCODING(name, ...) #name,
#include "decode/encodings.def"
  };
  return names[static_cast<std::size_t>(encoding)];
}

json cases_of(Encoding encoding) {
  return json::parse(read_file(std::filesystem::path(TESTS_DIR) / "cases" / "decode" /
                               (name_of_file(encoding) + ".json")));
}

}  // namespace

TEST_CASE("bytes in every encoding become the text that they are") {
  for (const EncodingRow& row : encoding_rows()) {
    const json rows = cases_of(row.encoding);
    CHECK(!rows.empty());
    for (const json& c : rows) {
      CAPTURE(row.name);
      CAPTURE(c.at("label").get<std::string>());
      DecodeOptions options;
      options.automatic = !c.value("forced", false);
      options.encoding = row.encoding;
      options.automatic_format = !c.contains("format");
      const Source source = decode(undrawn(c.at("bytes")), options);
      CHECK(source.text == c.at("text").get<std::string>());
      CHECK(source.encoding == row.encoding);
      CHECK(!source.reason.empty());
      json findings = json::array();
      for (const Finding& f : source.findings)
        findings.push_back(json::array({name_of(f.kind), f.byte}));
      CHECK(findings == c.value("findings", json::array()));
    }
  }
}

TEST_CASE("a finding says where it is and why") {
  const Source source = decode("“Don’t” – don\x92t");
  REQUIRE(source.findings.size() == 1);
  CHECK(source.findings[0].span.of(source.text) == "’");
  CHECK(source.findings[0].why ==
        "A byte here is not UTF-8, as the rest is; read as Windows-1252 it is ’.");
}

TEST_CASE("findings are counted, not piled up") {
  DecodeOptions options;
  options.automatic = false;
  CHECK(decode(std::string(5000, '\xFF'), options).findings.size() == max_findings);
}

TEST_CASE("the reason for an encoding is a sentence") {
  const auto reason = [](std::string_view bytes) { return decode(bytes).reason; };
  CHECK(reason("hi") == "All its bytes are ASCII, which is UTF-8.");
  CHECK(reason("caf\xC3\xA9") == "It is valid UTF-8, with one character of several bytes.");
  CHECK(reason("\xFF\xFEh\0"s) == "It begins with the byte order mark of UTF-16.");
  CHECK(reason("They don\x92t know, he said.") ==
        "It is not UTF-8. Read as Windows-1252, its marks outside ASCII stand in their right "
        "places.");
  CHECK(reason("Za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9 ja\x9F\xF1 i po") ==
        "It is not UTF-8. Read as Windows-1250, its letters outside ASCII (9 letters looked at) "
        "are those of Polish.");
}

TEST_CASE("a page's word for its encoding decides between code pages, not against UTF-8") {
  CHECK(declared_encoding("<html><META http-equiv=Content-Type content=\"text/html; "
                          "charset=windows-1251\">") == Encoding::windows_1251);
  CHECK(declared_encoding("<meta charset='ISO-8859-1'>") == Encoding::windows_1252);
  CHECK(declared_encoding("<?xml version=\"1.0\" encoding=\"iso-8859-15\"?>") == Encoding::latin_9);
  CHECK(!declared_encoding("The charset=windows-1251 of a page"));
  CHECK(!declared_encoding("<meta charset="));
  CHECK(decode("<meta charset=macintosh><p>caf\x8E</p>").encoding == Encoding::mac_roman);
  CHECK(decode("<meta charset=windows-1252><p>caf\xC3\xA9</p>").encoding == Encoding::utf8);
}

TEST_CASE("what is no text is said in words") {
  const auto why = [](std::string_view bytes) {
    const Source source = decode(bytes);
    return source.findings.empty() ? std::string() : source.findings.front().why;
  };
  CHECK(why("%PDF-1.7\n") == "This is not text: it begins with %PDF");
  CHECK(decode("\x89PNG\r\n\x1A\n").findings.at(0).kind == FindingKind::not_text);
  CHECK(decode("PK\x03\x04").findings.at(0).kind == FindingKind::not_text);
  CHECK(decode("\xFF\xD8\xFF\xE0\0\x10JFIF"s).findings.at(0).kind == FindingKind::not_text);
  CHECK(decode("GIF89a\x10\0\x10\0"s).findings.at(0).kind == FindingKind::not_text);
  std::string noise;
  for (int i = 0; i < 400; ++i) noise.push_back(static_cast<char>(i * 37 % 251));
  CHECK(why(noise) == "This is not text: too many of its bytes are control codes");
  // Texts that name a format, or begin with its letters.
  for (const std::string_view text :
       {"Plain text.", "", "%PDF is a mark.", "GIF89a is a picture format.", "PK said no.",
        "RIFF is a container; WAVE files use it.", "ID3 tags name a song.", "7z and Rar! are tools",
        "\xFF\xD8\xFF \xE2\xFF\xFE", "OggS"})
    CHECK(why(text) == "");
}

TEST_CASE("no case of a text looks like something else") {
  for (const std::string& text : all_texts())
    for (const Finding& f : decode(text).findings) CHECK(f.kind != FindingKind::not_text);
}

}  // namespace palimpsest::tests
