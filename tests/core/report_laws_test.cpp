// What must hold of a comparison of reports, whatever the texts are.
#include <doctest/doctest.h>

#include <random>

#include "cases.h"
#include "report_cases.h"

namespace palimpsest::tests {
namespace {

void check(const std::string& a, const std::string& b, std::uint32_t seed) {
  const std::string broken = broken_report_law({a, b});
  CHECK_MESSAGE(broken.empty(), broken << "; seed " << seed << "\n a: " << a << "\n b: " << b);
}

const char* const pieces[] = {"The mayor",
                              "Anna Kowalski",
                              "Kowalski",
                              "she",
                              "said",
                              "will",
                              "may",
                              "not",
                              "never",
                              "allegedly",
                              "12",
                              "4,000",
                              "$5 million",
                              "on Monday",
                              "May 5, 2016",
                              "in Paris",
                              "soldiers",
                              "protesters",
                              "arrested",
                              "did",
                              "n't",
                              "“",
                              "”",
                              "\"",
                              "’s",
                              ",",
                              ".",
                              ". ",
                              "?",
                              "\n\n",
                              "\n",
                              "é",
                              "\xF0\x9F\x98\x80",
                              "ж",
                              "\xCC\x81",
                              "Putin",
                              "Trump",
                              "told",
                              "according to",
                              "a",
                              "the",
                              "rose",
                              "fell",
                              "confirmed",
                              "5",
                              "percent",
                              "first",
                              "—",
                              "(",
                              ")",
                              "U.S."};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t i = random() % 70; i > 0; --i) {
    text += pieces[random() % std::size(pieces)];
    if (random() % 4 != 0) text += ' ';
  }
  return text;
}

}  // namespace

TEST_CASE("the laws of a comparison of reports hold on texts made of pieces") {
  for (std::uint32_t seed = 1; seed <= 400; ++seed) {
    std::mt19937 random(seed);
    const std::string a = random_text(random), b = random_text(random);
    check(a, b, seed);
    if (seed % 4 == 0) check(a, a + " " + b, seed);
  }
}

TEST_CASE("the laws of a comparison of reports hold between texts of the case files") {
  const std::vector<std::string> texts = all_texts();
  for (std::size_t i = 0; i + 1 < texts.size(); i += 9) {
    const std::string a = decode(texts[i]).text, b = decode(texts[i + 1]).text;
    check(a, b, static_cast<std::uint32_t>(i));
    check(b, a, static_cast<std::uint32_t>(i));
  }
}

TEST_CASE("a text agrees with itself") {
  for (const char* name : {"version.txt", "report.txt", "damaged.txt"}) {
    const std::string text =
        read_file(std::filesystem::path(PROJECT_DIR) / "examples" / "articles" / name);
    const ReportPair pair(text, text);
    CHECK(broken_report_law(pair).empty());
    CHECK(pair.comparison.conflicts.empty());
    CHECK(pair.comparison.similarity > 0.95);
    for (const Fact& fact : pair.comparison.only_a)
      CHECK_MESSAGE(fact.about == FactKind::event, fact.why);
    CHECK(pair.comparison.framing.same_order == doctest::Approx(1));
  }
}

TEST_CASE("empty and tiny texts are reports, too") {
  for (const std::string a : {"", " ", "\n", "a", ".", "“", "5", "Trump"})
    for (const std::string b : {"", "a b", "Trump said.", "”", "2016"}) check(a, b, 0);
}

}  // namespace palimpsest::tests
