// Settling, merging and readings: what the rules' own cases do not show.
#include "repair/repair.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace palimpsest::tests {
namespace {

std::string settled(std::initializer_list<std::pair<CleanSpan, std::string_view>> wanted,
                    std::string_view text) {
  Edits edits;
  edits.begin_rule(RepairKind{}, Safety::safe);
  for (const auto& [span, replacement] : wanted) edits.add(span, replacement, 90);
  edits.settle(text);
  std::string result;
  for (const Edit& e : edits.edits())
    result += std::to_string(e.span.begin) + "-" + std::to_string(e.span.end) + ":" +
              std::string(edits.replacement(e)) + " ";
  return result;
}

}  // namespace

TEST_CASE("where edits overlap, the one added first wins") {
  CHECK(settled({{{0, 3}, "x"}, {{2, 4}, "y"}, {{4, 5}, "z"}}, "abcdef") == "0-3:x 4-5:z ");
  CHECK(settled({{{2, 4}, "y"}, {{0, 3}, "x"}}, "abcdef") == "2-4:y ");
  CHECK(settled({{{1, 1}, "x"}, {{1, 1}, "y"}}, "abc") == "1-1:x ");
  CHECK(settled({{{0, 1}, ""}, {{1, 2}, ""}}, "abc") == "0-1: 1-2: ");
  CHECK(settled({{{0, 1}, "a"}}, "abc") == "");
}

TEST_CASE("a text says of itself whether a tokeniser wrote it") {
  const auto tokenised = [](std::string_view text) {
    return survey(text, tokenize(text)).tokenised();
  };
  CHECK(tokenised("He left , she said . Then : nothing !"));
  CHECK(!tokenised("He left, she said. Then: nothing !"));
  CHECK(!tokenised(""));
}

TEST_CASE("articles that lost their paragraphs may stand one below the other") {
  std::string article;
  for (int i = 0; i < 20; ++i)
    article += "The mayor said on Monday that the bridge would be closed all summer.  He left. ";
  const auto breaks = [](const std::string& text) {
    Source source;
    source.text = text;
    const Cleaned cleaned = repair(source);
    return std::count_if(cleaned.changes.begin(), cleaned.changes.end(),
                         [](const Change& c) { return c.kind == RepairKind::paragraph_break; });
  };
  CHECK(article.size() > 1500);
  CHECK(breaks(article) == 20);
  CHECK(breaks(article + "\n\n" + article) == 40);
  CHECK(breaks(article.substr(0, 320) + "\n\n" + article.substr(0, 320)) == 0);
}

TEST_CASE("a change says what took part, and a rejected kind does not") {
  Source source;
  source.text = "The year â€™s end , he said .";
  const Cleaned all = repair(source);
  CHECK(all.text == "The year’s end, he said.");
  RepairOptions options;
  options.reject = {RepairKind::mojibake};
  CHECK(repair(source, options).text == "The year â€™s end, he said.");
}

}  // namespace palimpsest::tests
