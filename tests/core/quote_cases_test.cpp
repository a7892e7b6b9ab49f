// Who says what, as the cases draw it, and that each sieve has answered one of its own cases.
#include "quote_cases.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>

#include "quote/sieve.h"

namespace palimpsest::tests {
namespace {

void check_case(const QuoteCase& one) {
  const std::vector<Quote> quotes = quotes_of(one);
  const std::vector<DrawnQuote> found = drawn(one.text, quotes);
  CHECK_MESSAGE(found == one.quotes,
                one.label << ": found" << print(found) << "\n  drawn" << print(one.quotes));
  for (const Quote& quote : quotes) {
    const auto mention = std::ranges::find(one.mentions, quote.speaker_span, &Mention::span);
    const std::uint32_t entity = mention == one.mentions.end() ? no_index : mention->entity;
    CHECK_MESSAGE(quote.speaker == entity, one.label << ": " << quote.span.of(one.text));
    CHECK(!quote.why.empty());
    CHECK(quote.confidence > 0);
    CHECK(quote.confidence <= 100);
  }
}

/// The words of a row's reason, without what it names.
std::array<std::string, 2> sides_of(std::string_view why) {
  const std::size_t hole = why.find("{}");
  return {std::string(why.substr(0, hole)), std::string(why.substr(hole + 2))};
}

}  // namespace

TEST_CASE("every sieve finds the speaker that its cases draw") {
  for (const Sieve& sieve : sieves()) {
    CAPTURE(sieve.name);
    bool answered = false, silent = false;
    for (const QuoteCase& one : read_quote_cases(std::string(sieve.name))) {
      check_case(one);
      const auto [before, behind] = sides_of(sieve.why);
      bool here = false;
      for (const Quote& quote : quotes_of(one))
        here |= quote.why.starts_with(before) && quote.why.ends_with(behind);
      answered |= here;
      silent |= !here;
    }
    CHECK_MESSAGE(answered, "no case that this sieve answers");
    CHECK_MESSAGE(silent, "no case that it must leave alone");
  }
}

TEST_CASE("speech without marks is found with its speaker") {
  for (const QuoteCase& one : read_quote_cases("indirect")) check_case(one);
}

TEST_CASE("where no entity is known for “he”, the speaker before goes on") {
  QuoteCase one;
  one.text = "“We won,” Tom Fox said. “It was close,” he continued.";
  const auto at = static_cast<std::uint32_t>(one.text.find("Tom"));
  Mention mention;
  mention.span = {at, at + 7};
  mention.kind = EntityKind::person;
  mention.entity = 0;
  one.mentions.push_back(mention);
  Entity tom;
  tom.kind = EntityKind::person;
  tom.gender = Gender::male;
  tom.mentions = {0};
  one.entities.push_back(tom);
  const std::vector<Quote> quotes = quotes_of(one);
  REQUIRE(quotes.size() == 2);
  CHECK(quotes[1].speaker == 0);
  link_first_person(one.text, tokenize(one.text), quotes, one.mentions, one.entities);
  REQUIRE(one.mentions.size() == 3);  // "We" and "he" stand for him now
  CHECK(one.mentions[2].span.of(one.text) == "he");
  CHECK(one.entities[0].mentions.size() == 3);
  one.mentions = {mention};
  one.entities[0].mentions = {0};
  one.entities[0].gender = Gender::female;
  CHECK(quotes_of(one)[1].speaker == no_index);
}

TEST_CASE("without a name known at all, the place of the speaker is known") {
  QuoteCase one;
  one.text = "“No one was hurt,” a spokeswoman for the city said. “All is well.”";
  const std::vector<DrawnQuote> found = drawn(one.text, quotes_of(one));
  REQUIRE(found.size() == 2);
  CHECK(found[0].speaker == "a spokeswoman for the city");
  CHECK(found[1].speaker == "a spokeswoman for the city");
}

TEST_CASE("sentences on lines of their own are one quotation up to the closing mark") {
  QuoteCase one;
  one.text = "Ann said: “They are good.\nThey will be tough to beat.”\nShe left.";
  const std::vector<DrawnQuote> found = drawn(one.text, quotes_of(one));
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "“They are good.\nThey will be tough to beat.”");
  CHECK(found[0].speaker == "Ann");
}

}  // namespace palimpsest::tests
