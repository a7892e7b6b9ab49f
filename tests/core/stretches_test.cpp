// Which parts of a text a tokeniser wrote.
#include "repair/stretches.h"

#include <doctest/doctest.h>

#include <string>

#include "repair/habits.h"

namespace palimpsest::tests {
namespace {

/// The text with its tokenised stretches in ⟦ ⟧.
std::string drawn(std::string_view text) {
  const Tokens tokens = tokenize(text);
  const Habits habits = survey(text, tokens);
  std::string result;
  std::uint32_t at = 0;
  for (const TokenRange& range : find_tokenised_stretches(text, tokens, habits.marks)) {
    const CleanSpan span = tokens.span(range.first, range.last - 1);
    result += text.substr(at, span.begin - at);
    result += "⟦";
    result += span.of(text);
    result += "⟧";
    at = span.end;
  }
  return result + std::string(text.substr(at));
}

}  // namespace

TEST_CASE("one sentence is tokenised or clean by its marks") {
  for (const std::string text :
       {"He left , she said .", "But there is no proof .", "Why not ?", "Sent by : Ann",
        "the year 's end", "I do n't know", "( CNN ) Officials met", "-LRB- AP -RRB-",
        "a well @-@ known man", "Write to ann @ example.org now",
        "Mr. Sova of the U.S. , he said .", "Here you go ...",
        "\" Very much. I always did. But I was jealous. I was young. So was he. We met . \"",
        "Very much. I always did. But I was jealous. I was young. So was he. We met . \""}) {
    CAPTURE(text);
    CHECK(drawn(text) == "⟦" + text + "⟧");
  }
  for (const std::string text :
       {"He left, she said.", "a . b denotes a product", "cd .. && ls ./a", ":) and ;-) and : (",
        "Q . Did you? A . No.", "Le taux est de 5 % ; « oui » !", "Pourquoi pas ?",
        "Some 4 , 000 soldiers", "Prix : 5 € — 7 £ — 9 ¥", "Call .NET or .com sites",
        "the workers' plan", "12 - 4 ... and so"}) {
    CAPTURE(text);
    CHECK(drawn(text) == text);
  }
}

TEST_CASE("a witness or two do not turn a text over") {
  const std::string clean = "He left, she said. It was late , and dark, too. So, he slept, then.";
  CHECK(drawn(clean) == clean);
  const std::string tokenised =
      "⟦New leaf, Tensions between the US , he said , and Russia , too .⟧";
  CHECK(drawn("New leaf, Tensions between the US , he said , and Russia , too .") == tokenised);
}

TEST_CASE("paragraphs of one text may differ") {
  CHECK(
      drawn("He left, she said, and slept.\nThen , he said , it rained .\nIt was late, and dark, "
            "too.") ==
      "He left, she said, and slept.⟦\nThen , he said , it rained .⟧\nIt was late, and dark, too.");
}

TEST_CASE("so may the halves of a long paragraph") {
  const std::string clean = "One, two, three, four, five, six. ";
  const std::string tokenised = "One , two , three , four , five , six . ";
  const std::string found = drawn(clean + clean + tokenised + tokenised + clean + clean);
  CHECK(found == clean + "One, two, three, four, five, six.⟦ " + tokenised + tokenised +
                     "One⟧, two, three, four, five, six. " + clean);
}

}  // namespace palimpsest::tests
