// The formats of a comparison of reports: golden files, read by eye, and spans that are what they
// say.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "cases.h"
#include "export/report.h"
#include "report_cases.h"

namespace palimpsest::tests {
namespace {

const std::filesystem::path golden = std::filesystem::path(TESTS_DIR) / "golden" / "comparison";
const std::filesystem::path articles = std::filesystem::path(PROJECT_DIR) / "examples" / "articles";

ReportPair example() {
  return {read_file(articles / "version.txt"), read_file(articles / "report.txt")};
}

}  // namespace

TEST_CASE("every format of a comparison of reports gives its golden file") {
  const ReportPair pair = example();
  for (const ReportFormat& format : report_formats()) {
    CAPTURE(format.name);
    std::string text = format.write({pair.a, pair.b, pair.comparison}, {});
    if (format.name == "json") text += '\n';  // as the command line prints it
    const auto file = golden / ("version-report." + std::string(format.name));
    if (std::getenv("WRITE_GOLDEN") != nullptr) std::ofstream(file, std::ios::binary) << text;
    CHECK(text == read_file(file));
  }
}

TEST_CASE("every span of the JSON holds the text beside it, in each unit") {
  const ReportPair pair = example();
  for (const OffsetUnit unit : {OffsetUnit::byte, OffsetUnit::codepoint, OffsetUnit::utf16}) {
    const Json json =
        Json::parse(formats::report_json({pair.a, pair.b, pair.comparison}, {.offsets = unit}));
    CHECK(json["mode"] == "reports");
    if (unit != OffsetUnit::byte) continue;
    for (const auto& [list, facts] : json["facts"].items())
      for (const Json& fact : facts)
        for (const char* side : {"a", "b"}) {
          if (!fact.contains(side)) continue;
          const auto text = json["texts"][side].get<std::string>();
          const std::size_t begin = fact[side]["span"][0], end = fact[side]["span"][1];
          CHECK(text.substr(begin, end - begin) == fact[side]["text"].get<std::string>());
        }
  }
}

}  // namespace palimpsest::tests
