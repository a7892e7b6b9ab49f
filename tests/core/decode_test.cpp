#include "decode/decode.h"

#include <doctest/doctest.h>

namespace palimpsest::tests {

using namespace std::string_literals;

TEST_CASE("byte order marks say what a text is written in") {
  CHECK(decode("\xEF\xBB\xBFhi").text == "hi");
  CHECK(decode("\xFF\xFEh\0\x19\x20"s).text == "h’");
  CHECK(decode("\xFE\xFF\0h\xD8\x3D\xDE\0"s).text == "h😀");
}

TEST_CASE("a byte that cannot be decoded is a finding with its offset") {
  const Source source = decode(
      "ab\xFF"
      "c");
  CHECK(source.text ==
        "ab\xEF\xBF\xBD"
        "c");
  REQUIRE(source.findings.size() == 1);
  CHECK(source.findings[0].kind == FindingKind::undecodable_byte);
  CHECK(source.findings[0].byte == 2);
  CHECK(source.findings[0].span == SourceSpan{2, 5});
}

TEST_CASE("what is no text is said in words") {
  CHECK(decode("%PDF-1.7\n").findings.at(0).why == "This is not text: it begins with %PDF");
  CHECK(decode("\x89PNG\r\n\x1A\n").findings.at(0).kind == FindingKind::not_text);
  CHECK(decode("PK\x03\x04").findings.at(0).kind == FindingKind::not_text);
  CHECK(decode("Plain text.").findings.empty());
  CHECK(decode("").findings.empty());
}

}  // namespace palimpsest::tests
