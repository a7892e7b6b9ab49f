// Laws of quotations: spans lie in the text and in order, indices point at what is there, and "I"
// is linked to the speaker without disturbing any other index. On the cases, cut at every place,
// and on pieces glued at random.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>

#include "document/document.h"
#include "document/passages.h"
#include "quote/sieve.h"
#include "quote_cases.h"

namespace palimpsest::tests {
namespace {

bool is_edge(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check_span(std::string_view text, CleanSpan span) {
  REQUIRE(span.begin <= span.end);
  REQUIRE(span.end <= text.size());
  REQUIRE(is_edge(text, span.begin));
  REQUIRE(is_edge(text, span.end));
}

void check_laws(QuoteCase one) {
  CAPTURE(one.text);
  const std::vector<Quote> quotes = quotes_of(one);
  for (std::size_t i = 0; i < quotes.size(); ++i) {
    check_span(one.text, quotes[i].span);
    check_span(one.text, quotes[i].speaker_span);
    check_span(one.text, quotes[i].cue);
    CHECK(!quotes[i].span.empty());
    CHECK((quotes[i].speaker == no_index || quotes[i].speaker < one.entities.size()));
    if (i > 0) CHECK(quotes[i - 1].span.begin <= quotes[i].span.begin);
  }
  const std::vector<Mention> before = one.mentions;
  link_first_person(one.text, tokenize(one.text), quotes, one.mentions, one.entities);
  CHECK(one.mentions.size() >= before.size());
  for (std::size_t i = 0; i < one.mentions.size(); ++i) {
    const Mention& mention = one.mentions[i];
    check_span(one.text, mention.span);
    if (i > 0) CHECK(one.mentions[i - 1].span.begin <= mention.span.begin);
    if (mention.inside != no_index) {
      REQUIRE(mention.inside < i);
      CHECK(one.mentions[mention.inside].span.contains(mention.span));
    }
    if (mention.entity != no_index) {
      REQUIRE(mention.entity < one.entities.size());
      CHECK(std::ranges::count(one.entities[mention.entity].mentions, i) == 1);
    }
  }
  for (std::uint32_t e = 0; e < one.entities.size(); ++e) {
    CHECK(std::ranges::is_sorted(one.entities[e].mentions));
    for (const std::uint32_t m : one.entities[e].mentions) {
      REQUIRE(m < one.mentions.size());
      CHECK(one.mentions[m].entity == e);
    }
  }
}

/// The case with its text cut short: what is left of its mentions.
QuoteCase cut(const QuoteCase& one, std::uint32_t end) {
  QuoteCase part;
  part.text = one.text.substr(0, end);
  part.entities = one.entities;
  for (Entity& entity : part.entities) entity.mentions.clear();
  for (const Mention& mention : one.mentions) {
    if (mention.span.end > end) continue;
    part.entities[mention.entity].mentions.push_back(
        static_cast<std::uint32_t>(part.mentions.size()));
    part.mentions.push_back(mention);
  }
  return part;
}

}  // namespace

TEST_CASE("the laws hold for every case, wherever its text is cut") {
  for (const Sieve& sieve : sieves())
    for (const QuoteCase& one : read_quote_cases(std::string(sieve.name)))
      for (std::uint32_t end = 0; end <= one.text.size(); ++end)
        if (is_edge(one.text, end)) check_laws(cut(one, end));
}

TEST_CASE("the laws hold for pieces glued at random") {
  const char* const pieces[] = {"“",
                                "”",
                                "‘",
                                "’",
                                "\"",
                                "'",
                                " ",
                                " ",
                                ", ",
                                ". ",
                                "? ",
                                ": ",
                                "\n\n",
                                "\n",
                                "— ",
                                "(",
                                ") ",
                                "said ",
                                "Said",
                                "told ",
                                "he ",
                                "I ",
                                "we",
                                "who ",
                                "that ",
                                "Ann ",
                                "according to ",
                                "Friday",
                                "reports",
                                "saying ",
                                "the ",
                                "spokesman ",
                                "for ",
                                "é",
                                "\xF0\x9F\x98\x80",
                                "-",
                                "like "};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    QuoteCase one;
    Entity ann;
    ann.kind = EntityKind::person;
    for (int i = 0; i < 30; ++i) {
      const std::string piece = pieces[random() % std::size(pieces)];
      if (piece == "Ann " || (piece == "he " && round % 2 == 0)) {
        Mention mention;
        const auto here = static_cast<std::uint32_t>(one.text.size());
        mention.span = {here, here + static_cast<std::uint32_t>(piece.size()) - 1};
        mention.kind = EntityKind::person;
        mention.form = piece == "Ann " ? Form::name : Form::pronoun;
        mention.entity = 0;
        ann.mentions.push_back(static_cast<std::uint32_t>(one.mentions.size()));
        one.mentions.push_back(mention);
      }
      one.text += piece;
    }
    one.entities.push_back(ann);
    check_laws(one);
  }
}

TEST_CASE("“I” in a quotation is its speaker; indices stay right") {
  QuoteCase one = read_quote_cases("trailing").front();
  one.text = "“I assume my friends of the Obama administration know me,” Ann Lee said. I do not.";
  const auto span_of = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(one.text.find(words));
    return CleanSpan{at, at + static_cast<std::uint32_t>(words.size())};
  };
  one.mentions.assign(3, {});
  one.mentions[0].span = span_of("the Obama administration");
  one.mentions[0].kind = EntityKind::organisation;
  one.mentions[0].entity = 0;
  one.mentions[1].span = span_of("Obama");
  one.mentions[1].kind = EntityKind::person;
  one.mentions[1].entity = 1;
  one.mentions[1].inside = 0;
  one.mentions[2].span = span_of("Ann Lee");
  one.mentions[2].kind = EntityKind::person;
  one.mentions[2].entity = 2;
  one.mentions[2].holder = 2;
  one.entities.assign(3, {});
  for (std::uint32_t i = 0; i < 3; ++i) {
    one.entities[i].kind = one.mentions[i].kind;
    one.entities[i].mentions = {i};
  }
  link_first_person(one.text, tokenize(one.text), quotes_of(one), one.mentions, one.entities);
  REQUIRE(one.mentions.size() == 6);
  std::vector<std::string> words;
  for (const Mention& mention : one.mentions) words.emplace_back(mention.span.of(one.text));
  CHECK(words ==
        std::vector<std::string>{"I", "my", "the Obama administration", "Obama", "me", "Ann Lee"});
  CHECK(one.mentions[3].inside == 2);
  CHECK(one.mentions[5].holder == 5);
  CHECK(one.entities[2].mentions == std::vector<std::uint32_t>{0, 1, 4, 5});
  CHECK(one.entities[1].mentions == std::vector<std::uint32_t>{3});
}

TEST_CASE("a megabyte of quotations takes no square of time") {
  for (const std::string unit :
       {"“", "“No,” ", "“No,” he said. ", "said ", "“‘", "(said ", "he said, ", "“No.”\n\n",
        "“No.\n\n", "according to ", "A, ", "that said "}) {
    QuoteCase one;
    while (one.text.size() < 500'000) one.text += unit;
    CHECK(quotes_of(one).size() <= one.text.size());
  }
}

}  // namespace palimpsest::tests
