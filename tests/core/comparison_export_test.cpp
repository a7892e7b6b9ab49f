// The formats of a comparison: golden files, and the numbers for the page.
#include <doctest/doctest.h>

#include "cases.h"
#include "export/comparison.h"
#include "text/utf8.h"

namespace palimpsest::tests {
namespace {

const std::filesystem::path golden = std::filesystem::path(TESTS_DIR) / "golden" / "comparison";
const std::filesystem::path articles = std::filesystem::path(PROJECT_DIR) / "examples" / "articles";

struct Pair {
  Version a, b;
  Comparison comparison = compare_versions(a, b);
};

}  // namespace

TEST_CASE("the example article against its other version comes out as read by eye") {
  const Pair pair{read_version(read_file(articles / "damaged.txt")),
                  read_version(read_file(articles / "version.txt"))};
  CHECK(formats::comparison_text({pair.a, pair.b, pair.comparison}, {}) ==
        read_file(golden / "damaged-version.txt"));
}

TEST_CASE("every format of a comparison gives its golden file") {
  const Pair pair{read_version(read_file(golden / "old.txt")),
                  read_version(read_file(golden / "new.txt"))};
  for (const ComparisonFormat& format : comparison_formats()) {
    CAPTURE(format.name);
    std::string text = format.write({pair.a, pair.b, pair.comparison}, {});
    if (format.name == "json") text += '\n';  // as the command line prints it
    CHECK(text == read_file(golden / ("old-new." + std::string(format.name))));
  }
}

TEST_CASE("the numbers say what the JSON says") {
  const Pair pair{read_version(read_file(golden / "old.txt")),
                  read_version(read_file(golden / "new.txt"))};
  const Compared compared{pair.a, pair.b, pair.comparison};
  const std::vector<std::int32_t> numbers = comparison_spans(compared);
  const Json json = Json::parse(formats::comparison_json(compared, {}));
  REQUIRE(numbers.size() == json["hunks"].size() * span_numbers);
  for (std::size_t i = 0; i < json["hunks"].size(); ++i) {
    const Json& hunk = json["hunks"][i];
    const std::int32_t* const row = numbers.data() + i * span_numbers;
    CHECK(name_of(static_cast<Operation>(row[0])) == hunk["op"].get<std::string>());
    CHECK(rule_of(static_cast<Cause>(row[1])).name == hunk["cause"].get<std::string>());
    CHECK(hunk["a"] == Json({row[2], row[3]}));
    CHECK(hunk["b"] == Json({row[4], row[5]}));
    CHECK((row[6] >= 0) == hunk.contains("move"));
    CHECK((row[6] <= -2) == hunk.contains("inside"));
  }
}

TEST_CASE("work is counted, and stays within its budget on texts made to take long") {
  const auto repeated = [](std::string_view word, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text.append(word).append(" ");
    return text;
  };
  std::uint32_t state = 1;
  const auto random = [&](std::uint32_t below) {
    state = state * 1664525 + 1013904223;
    return (state >> 8) % below;
  };
  const auto words = [&](std::uint32_t different, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "w" + std::to_string(random(different)) + " ";
    return text;
  };
  std::string fibonacci = "b", shorter = "a";
  while (fibonacci.size() < 20000) {
    std::string next = fibonacci + shorter;
    shorter = std::move(fibonacci);
    fibonacci = std::move(next);
  }
  std::string spaced;
  for (const char c : fibonacci) spaced.append(1, c).append(" ");
  const std::pair<std::string, std::string> pairs[] = {
      {repeated("the", 30000), repeated("the", 29000)},
      {words(2, 30000), words(2, 30000)},
      {words(50, 30000), words(50, 30000)},
      {words(30000, 30000), words(30000, 30000)},
      {spaced, spaced.substr(14)},
      {repeated("a b c d e f g", 4000), repeated("g f e d c b a", 4000)}};
  for (const auto& [old_text, new_text] : pairs) {
    const Version a = read_version(old_text), b = read_version(new_text);
    const Comparison comparison = compare_versions(a, b);
    CAPTURE(old_text.substr(0, 40));
    CHECK(comparison.work <= 600 * (std::uint64_t{a.size()} + b.size()) + 2'000'000);
    CHECK(!comparison.reduced);
  }
}

}  // namespace palimpsest::tests
