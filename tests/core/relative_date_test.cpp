#include "entity/relative_date.h"

#include <doctest/doctest.h>

#include <string>

#include "document/passages.h"
#include "entity/find.h"
#include "entity/finder.h"

namespace palimpsest::tests {
namespace {

constexpr Day thursday{2016, 5, 5};

std::string resolved(const std::string& phrase, const std::string& value = {},
                     bool future = false) {
  const Terms terms = read_terms(phrase, tokenize(phrase), {});
  return resolve_date(terms, 0, terms.size(), value, thursday, future);
}

/// The values of the dates of a whole text.
std::string dates(const std::string& text) {
  const Tokens tokens = tokenize(text);
  const auto paragraphs = find_paragraphs(text, tokens);
  const auto sentences = find_sentences(text, tokens, paragraphs);
  std::string out;
  for (const Mention& mention :
       find_mentions(NamedText{text, tokens, paragraphs, sentences, {}, nullptr}))
    if (mention.kind == EntityKind::date && mention.inside == no_index)
      out += std::string(mention.span.of(text)) + " = " + mention.value + "; ";
  return out;
}

}  // namespace

TEST_CASE("days around the day of the report") {
  CHECK(resolved("today") == "2016-05-05");
  CHECK(resolved("Yesterday") == "2016-05-04");
  CHECK(resolved("tomorrow") == "2016-05-06");
  CHECK(resolved("day before yesterday") == "2016-05-03");
  CHECK(resolved("day after tomorrow") == "2016-05-07");
}

TEST_CASE(
    "a weekday is the last one, or the next one where the sentence speaks of what is to come") {
  CHECK(resolved("Friday") == "2016-04-29");
  CHECK(resolved("Thursday") == "2016-05-05");
  CHECK(resolved("Wednesday") == "2016-05-04");
  CHECK(resolved("Friday", {}, true) == "2016-05-06");
  CHECK(resolved("next Thursday") == "2016-05-12");
  CHECK(resolved("last Thursday") == "2016-04-28");
}

TEST_CASE("periods of the calendar") {
  CHECK(resolved("last year") == "2015");
  CHECK(resolved("this month") == "2016-05");
  CHECK(resolved("early next month") == "2016-06");
  CHECK(resolved("last week") == "2016-W17");
  CHECK(resolved("this decade") == "201X");
  CHECK(resolved("last century") == "19XX");
}

TEST_CASE("counted back") {
  CHECK(resolved("two days ago") == "2016-05-03");
  CHECK(resolved("five months ago") == "2015-12");
  CHECK(resolved("a year ago") == "2015");
  CHECK(resolved("2,000 years ago") == "0016");
  CHECK(resolved("3,000 years ago") == "");
}

TEST_CASE("dates without a year get the nearest one") {
  CHECK(resolved("May 4", "--05-04") == "2016-05-04");
  CHECK(resolved("Dec. 26", "--12-26") == "2015-12-26");
  CHECK(resolved("August", "--08") == "2016-08");
  CHECK(resolved("last May", "--05") == "2015-05");
  CHECK(resolved("next March", "--03") == "2017-03");
  CHECK(resolved("Feb. 29", "--02-29") == "2016-02-29");
}

TEST_CASE("what is counted from another day is left open") {
  CHECK(resolved("following day") == "");
  CHECK(resolved("three days later") == "");
  CHECK(resolved("past decade") == "");
  CHECK(resolved("last summer") == "");
  CHECK(resolved("1998", "1998") == "1998");
}

TEST_CASE("the day of the report is a line by itself or a dateline") {
  CHECK(dates("Thursday, May 5, 2016\n\nHe spoke yesterday and will come back Friday. He left "
              "Monday.") ==
        "Thursday, May 5, 2016 = 2016-05-05; yesterday = 2016-05-04; Friday = 2016-05-06; Monday = "
        "2016-05-02; ");
  CHECK(dates("LONDON, May 5, 2016 (Reuters) - The minister left yesterday for talks that nobody "
              "in the "
              "city had expected so soon.") ==
        "May 5, 2016 = 2016-05-05; yesterday = 2016-05-04; ");
}

TEST_CASE("without a dateline nothing is guessed") {
  CHECK(
      dates(
          "The law was signed on May 5, 2016 by the man who had called it a mistake when he was in "
          "the other house. He spoke yesterday.") == "May 5, 2016 = 2016-05-05; yesterday = ; ");
  CHECK(dates("He spoke yesterday.") == "yesterday = ; ");
}

}  // namespace palimpsest::tests
