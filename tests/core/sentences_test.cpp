// Where sentences end, and where a stop belongs to the word before it.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/passages.h"

using namespace palimpsest;

namespace {

std::vector<std::string> sentences_of(std::string_view text) {
  const Tokens tokens = tokenize(text);
  std::vector<std::string> result;
  for (const CleanSpan s : find_sentences(text, tokens, find_paragraphs(text, tokens)))
    result.emplace_back(text.substr(s.begin, s.end - s.begin));
  return result;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("a stop of an abbreviation ends no sentence") {
  for (const std::string text : {
           "It met on Oct. 1 in Geneva.",
           "He spoke at 9 p.m. EST from Ohio.",
           "They left at 10 a.m. Monday by train.",
           "Larger states, e.g. France, agreed.",
           "See vol. 3 and p. 12 of the report.",
           "Mr. Brown met Gov. J. D. Smith in St. Louis.",
           "U.S. President Obama spoke.",
           "The U.S. A team lost.",
           "He cited Fig. 2 (p. 4) twice.",
       }) {
    CAPTURE(text);
    CHECK(sentences_of(text) == Sentences{text});
  }
}

TEST_CASE("a stop ends a sentence though an abbreviation stands before it") {
  CHECK(sentences_of("He went to the U.S. The talks failed.") ==
        Sentences{"He went to the U.S.", "The talks failed."});
  CHECK(sentences_of("She lives in Washington, D.C. But he does not.") ==
        Sentences{"She lives in Washington, D.C.", "But he does not."});
  CHECK(sentences_of("It began at 9 p.m. The mayor spoke.") ==
        Sentences{"It began at 9 p.m.", "The mayor spoke."});
  CHECK(sentences_of("It ended in Oct. Nobody came.") ==
        Sentences{"It ended in Oct.", "Nobody came."});
  CHECK(sentences_of("So do I. They left.") == Sentences{"So do I.", "They left."});
}

TEST_CASE("closing marks belong to the sentence that they close") {
  CHECK(sentences_of("“We won.” He smiled. (Not for long.) Then it rained!") ==
        Sentences{"“We won.”", "He smiled.", "(Not for long.)", "Then it rained!"});
}
