#include "token/token.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace palimpsest::tests {
namespace {

/// One letter per token: w n m _ / o.
std::string kinds(std::string_view text) {
  std::string result;
  for (const Token& t : tokenize(text))
    result.push_back("wnm_/o"[static_cast<std::size_t>(t.kind())]);
  return result;
}

}  // namespace

TEST_CASE("a text is cut into words, numbers, marks, blanks and line ends") {
  CHECK(kinds("Trump , 4,000 men.") == "w_m_nmn_wm");
  CHECK(kinds("don’t") == "wmw");
  CHECK(kinds("naïve Ситроен") == "w_w");
  CHECK(kinds("a\r\nb\n\nc\rd") == "w/w//w/w");
  CHECK(kinds("a \t\xC2\xA0 b") == "w_w");
  CHECK(kinds("e\xCC\x81t\xC3\xA9") == "w");
  CHECK(kinds("²½") == "mm");
  CHECK(kinds(std::string_view("a\0b", 3)) == "wow");
  CHECK(kinds("\xE2\x80\x8B") == "o");
  CHECK(kinds("") == "");
}

TEST_CASE("a word has a shape") {
  const auto shape = [](std::string_view word) { return tokenize(word)[0].shape(); };
  CHECK(shape("word") == WordShape::lower);
  CHECK(shape("Word") == WordShape::capitalised);
  CHECK(shape("WORD") == WordShape::upper);
  CHECK(shape("McDonald") == WordShape::mixed);
  CHECK(shape("I") == WordShape::capitalised);
  CHECK(shape("Émile") == WordShape::capitalised);
  CHECK(shape("中文") == WordShape::none);
  CHECK(shape("12") == WordShape::none);
}

TEST_CASE("a token is found by its place") {
  const Tokens tokens = tokenize("One, two");
  CHECK(tokens.at(0) == 0);
  CHECK(tokens.at(2) == 0);
  CHECK(tokens.at(3) == 1);
  CHECK(tokens.at(8) == tokens.size());
  CHECK(tokens.span(3) == CleanSpan{5, 8});
}

TEST_CASE("reading only what was replaced gives the same tokens as reading all") {
  const std::string_view parts[] = {"a", "B", "é",  " ", "  ",       "\n",   "\r",          "\r\n",
                                    ",", "4", "12", "’", "\xCC\x81", "word", "\xE2\x80\x8B"};
  for (std::uint32_t seed = 1; seed <= 5000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string before, after;
    std::vector<Replaced> pieces;
    for (std::size_t n = random() % 30; n > 0; --n) {
      const std::string_view part = parts[random() % std::size(parts)];
      if (random() % 4 == 0) {
        const std::string_view other = random() % 3 == 0 ? "" : parts[random() % std::size(parts)];
        const bool insert = random() % 4 == 0;
        const auto a = static_cast<std::uint32_t>(before.size()),
                   b = static_cast<std::uint32_t>(after.size());
        if (!insert) before += part;
        after += other;
        if (!insert || !other.empty())
          pieces.push_back({{a, static_cast<std::uint32_t>(before.size())},
                            {b, static_cast<std::uint32_t>(after.size())}});
      } else {
        before += part;
        after += part;
      }
    }
    const Tokens expected = tokenize(after), got = retokenize(tokenize(before), after, pieces);
    REQUIRE(got.size() == expected.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
      CHECK(got[i].begin == expected[i].begin);
      CHECK(got[i].kind() == expected[i].kind());
      CHECK(got[i].shape() == expected[i].shape());
      CHECK(got[i].code == expected[i].code);
    }
    CHECK(got.begin_of(got.size()) == after.size());
  }
}

}  // namespace palimpsest::tests
