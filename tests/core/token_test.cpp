#include "token/token.h"

#include <doctest/doctest.h>

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

}  // namespace palimpsest::tests
