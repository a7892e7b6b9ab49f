// What each quotation mark is, drawn under its text: ( ) double, < > single, ' apostrophe, " prime,
// . kept; ? marks one without its counterpart.
#include "repair/quote_marks.h"

#include <doctest/doctest.h>

#include <string>

#include "repair/repair.h"

namespace palimpsest::tests {
namespace {

std::string roles(const std::string& text) {
  std::string drawn;
  for (const QuoteMark& mark : find_quote_marks(text, tokenize(text))) {
    const bool twice = is_double(mark.form);
    switch (mark.role) {
      case QuoteRole::opening:
        drawn += twice ? '(' : '<';
        break;
      case QuoteRole::closing:
        drawn += twice ? ')' : '>';
        break;
      case QuoteRole::apostrophe:
        drawn += '\'';
        break;
      case QuoteRole::prime:
        drawn += '"';
        break;
      case QuoteRole::kept:
        drawn += '.';
        break;
    }
    if (mark.unmatched && !mark.runs_on) drawn += '?';
  }
  return drawn;
}

struct Row {
  const char* text;
  const char* drawn;
};

}  // namespace

TEST_CASE("quotation marks are what stands beside them says") {
  const Row rows[] = {
      {"no marks", ""},
      {R"("Yes," she said.)", "()"},
      {R"(He said: "No." Then: "Yes.")", "()()"},
      {R"(She said, "He told me 'no.'")", "(<>)"},
      {R"("'Twas late," he said.)", "(')"},
      {R"("Hamlet"'s end)", "()'"},
      {"the U.S.'s troops and the 1990's", "''"},
      {R"(He said--"no"--and left.)", "()"},
      {R"(so-called "x"/"y" pairs)", "()()"},
      {R"(6'2" tall, a 12" record, 5' 10")", "\"\"\"\"\""},
      {R"(a "2 for 1" deal)", "()"},
      {R"(He said "the 12" record is mine" and left.)", "(\")"},
      // with blanks on both sides
      {R"(" Go, " she said, " or stay. ")", "()()"},
      {R"(He said, " No. " Then: " Yes. ")", "()()"},
      {R"(it is called " research ", is it?)", "()"},
      // single marks around speech
      {"'I don't know,' said Tom's friend, 'but the workers' plan is good.'", "<'>'<'>"},
      {"take 'em to the 'Golden Lion'", "'<>"},
      // forms that are mixed up
      {"”Yes,” she said, “and no“.", "()()"},
      {"``No,'' he said, ‘‘and yes.’’", "()()"},
      {"„Yes,“ she said to them.", "()"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(roles(row.text) == row.drawn);
  }
}

TEST_CASE("a lost mark turns nothing behind it") {
  const Row rows[] = {
      {"“Open only, he said. “Yes,” she said.", "(?()"},
      {"Closed only,” he said. “Yes,” she said.", ")?()"},
      {"”Open only, he said.\n\n”Next,” she said.", "(()"},
      {"“First.\n\n“Second.\n\n“Third,” he said.", "((()"},
      {"\"Open only.\nA line of its own\n\"Next,\" she said.", "(?()"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(roles(row.text) == row.drawn);
  }
}

TEST_CASE("other languages and code are left alone") {
  const Row rows[] = {
      {"Han sa: ”Hej då.”", ""},
      {"Hän sanoi: ”Moi.”", ""},
      {"Er sagte nicht „ja“ und ging.", ""},
      {"Il n'est pas « là » et vous le savez.", ""},
      {"“Yes,” she said to „Der Spiegel“ of the news.", "().."},
      {"Run `make` now.", ".."},
      {"Hawai‘i and Qur’an", ".'"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(roles(row.text) == row.drawn);
  }
}

TEST_CASE("in straight style all marks come out straight") {
  RepairOptions straight;
  straight.quotes = QuoteStyle::straight;
  const auto repaired = [&](const std::string& text) {
    Source source;
    source.text = text;
    return repair(source, straight).text;
  };
  const std::string plain = "\"It's 'done',\" he said of the '90s and 6'2\" men.";
  CHECK(repaired("“It’s ‘done’,” he said of the ’90s and 6'2\" men.") == plain);
  CHECK(repaired("``It's `done','' he said of the '90s and 6'2\" men.") == plain);
  CHECK(repaired("\" It's 'done', \" he said of the '90s and 6'2\" men.") == plain);
  CHECK(repaired(plain) == plain);
}

TEST_CASE("ten thousand marks of one kind take no square of time") {
  for (const std::string unit : {"\"", "'", " \"", "`", "’", "\" ", "“", "'a", "a'"}) {
    std::string text;
    for (int i = 0; i < 200000; ++i) text += unit;
    CHECK(find_quote_marks(text, tokenize(text)).size() <= 200000);
  }
}

}  // namespace palimpsest::tests
