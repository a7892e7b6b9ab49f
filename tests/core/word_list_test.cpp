#include "text/word_list.h"

#include <doctest/doctest.h>

#include <string>

namespace palimpsest {
namespace {

TEST_CASE("word list: every word is in its row, and no other word in any") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "word" + std::to_string(i * 7) + '|';
  const WordList list(text);
  REQUIRE(list.size() == 3000);
  for (int i = 0; i < 3000; ++i) {
    const std::string word = "word" + std::to_string(i * 7);
    CHECK(list.find(word) == static_cast<std::size_t>(i));
    CHECK(list[static_cast<std::size_t>(i)] == word);
    CHECK_FALSE(list.contains(word + "x"));
  }
}

TEST_CASE("word list: none, the empty word, words with blanks, words twice") {
  CHECK(WordList("").size() == 0);
  CHECK_FALSE(WordList("").contains(""));
  const WordList list("new york|a|new york||b|");
  CHECK(list.size() == 5);
  CHECK(list.find("new york") == 0);
  CHECK(list.find("") == 3);
  CHECK(list.find("b") == 4);
  CHECK_FALSE(list.contains("new"));
}

}  // namespace
}  // namespace palimpsest
