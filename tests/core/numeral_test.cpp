// Terms, numerals and exact decimals: what the grammar of dates and amounts stands on.
#include "entity/numeral.h"

#include <doctest/doctest.h>

#include <string>

#include "entity/amount.h"
#include "entity/decimal.h"
#include "entity/terms.h"

namespace palimpsest::tests {
namespace {

Terms terms_of(const std::string& text) { return read_terms(text, tokenize(text), {}); }

/// The value of the numeral at the beginning, and what is left: "2.5 million|people".
std::string read(const std::string& text, bool short_scales = false) {
  const Terms terms = terms_of(text);
  const auto numeral = read_numeral(terms, 0, short_scales);
  if (!numeral) return "none";
  const std::string rest =
      numeral->end < terms.size() ? text.substr(terms[numeral->end].begin) : "";
  return (numeral->value ? print(*numeral->value) : "?") + "|" + rest;
}

std::string range(const std::string& text) {
  const Terms terms = terms_of(text);
  const auto amount = read_amount(terms, 0, Joined::dash_or_word);
  if (!amount) return "none";
  return amount->value() + "|" +
         (amount->end < terms.size() ? text.substr(terms[amount->end].begin) : "");
}

}  // namespace

TEST_CASE("numerals in digits") {
  CHECK(read("4,000 men") == "4000|men");
  CHECK(read("1,00,000") == "100000|");
  CHECK(read("2.5 million people") == "2500000|people");
  CHECK(read("93-million deal") == "93000000|deal");
  CHECK(read("5 1/2 cups") == "5.5|cups");
  CHECK(read("5½ cups") == "5.5|cups");
  CHECK(read("1/3") == "?|");
  CHECK(read(".5") == "0.5|");
  CHECK(read("2 lakh crore") == "2000000000000|");
  CHECK(read("4, 000") == "4|, 000");
  CHECK(read("1999,2000") == "1999|,2000");
  CHECK(read("1.2.3") == "?|");
  CHECK(read("123456789012345678901234567890") == "?|");
}

TEST_CASE("numerals in words") {
  CHECK(read("twenty-one men") == "21|men");
  CHECK(read("three hundred and five men") == "305|men");
  CHECK(read("two thousand five hundred") == "2500|");
  CHECK(read("two and a half million") == "2500000|");
  CHECK(read("two-and-a-half years") == "2.5|years");
  CHECK(read("half a million") == "500000|");
  CHECK(read("a quarter of a million") == "250000|");
  CHECK(read("a dozen eggs") == "12|eggs");
  CHECK(read("half a dozen") == "6|");
  CHECK(read("a hundred") == "100|");
  CHECK(read("three-quarters") == "0.75|");
  CHECK(read("two-thirds") == "?|");
  CHECK(read("several hundred men") == "?|men");
  CHECK(read("tens of thousands of men") == "?|of men");
  CHECK(read("one two") == "1|two");
  CHECK(read("a man") == "none");
  CHECK(read("half of it") == "none");
  CHECK(read("the hundred") == "none");
}

TEST_CASE("the letters of millions count with money alone") {
  CHECK(read("5m") == "5|m");
  CHECK(read("5m", true) == "5000000|");
  CHECK(read("5bn") == "5000000000|");
  CHECK(read("10k", true) == "10000|");
}

TEST_CASE("ranges") {
  CHECK(range("12 to 15 per cent") == "12..15|per cent");
  CHECK(range("5-10") == "5..10|");
  CHECK(range("10 to 15 million men") == "10000000..15000000|men");
  CHECK(range("900 to 1 million") == "900..1000000|");
  CHECK(range("5 -10") == "5|-10");
  CHECK(range("five or six") == "5..6|");
  CHECK(range("5 and 6") == "5|and 6");
}

TEST_CASE("no line end inside") {
  CHECK(read("5\nmillion") == "5|million");
  CHECK(range("5\nto 6") == "5|to 6");
}

TEST_CASE("decimals are exact") {
  CHECK(print({25, 5}) == "2500000");
  CHECK(print({4050, -2}) == "40.5");
  CHECK(print({5, -3}) == "0.005");
  CHECK(print({0, -3}) == "0");
  CHECK(print({1, 41}) == "");
  CHECK(*plus({25, -1}, {1, 2}) == Decimal{1025, -1});
  CHECK(!plus({1, 0}, {1, 30}));
  CHECK(!times({999999999999999999U, 0}, 12));
  CHECK(less({9, 5}, {1, 6}));
  CHECK(!less({1, 6}, {9, 5}));
  CHECK(!read_decimal("1234567890123456789012"));
  CHECK(!read_decimal(","));
  CHECK(!read_decimal("1.2.3"));
}

TEST_CASE("terms say what a word can mean") {
  const std::string text = "In MAY 2016, the 5th\nSept. day ";
  const Terms terms = terms_of(text);
  REQUIRE(terms.size() == 10);
  CHECK(terms.is(0, TermSort::preposition));
  CHECK(terms.is(1, TermSort::month));
  CHECK(terms[1].value == 105);
  CHECK(terms[2].value == 2016);
  CHECK(terms.is_mark(3, ','));
  CHECK(terms.is(6, TermSort::ordinal_end));
  CHECK(terms.glued(6));
  CHECK(!terms.follows(7));
  CHECK(terms.is(7, TermSort::month_short));
  CHECK(terms.is(9, TermSort::period));
  CHECK(terms.is(10, TermSort::none));
  CHECK(terms.text(1000) == "");
  CHECK(terms.is_text(1, "may"));
}

}  // namespace palimpsest::tests
