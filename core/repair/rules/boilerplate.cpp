// Labels a paragraph that belongs to the page and not to the article: "Read more: …", "Sign up for
// our newsletter", "All rights reserved". Only proposes to take it away. Leaves alone longer
// paragraphs, and the words inside a sentence.
#include <algorithm>

#include "repair/lines.h"

namespace palimpsest {
namespace {

constexpr std::size_t longest = 240;  // bytes

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool starts_with(std::string_view line, std::string_view opening) {
  if (line.size() < opening.size()) return false;
  for (std::size_t i = 0; i < opening.size(); ++i)
    if (small(line[i]) != opening[i]) return false;
  return true;
}

bool is_boilerplate(std::string_view line) {
  // With a colon behind them these open a link; without one they may open a sentence.
  static constexpr std::string_view before_colon[] = {
      "also read",        "also see",        "exclusive",       "more",
      "more coverage",    "opinion",         "photos",          "read",
      "read also",        "read more",       "related",         "related article",
      "related articles", "related content", "related stories", "related story",
      "see also",         "top stories",     "video",           "watch",
      "watch live",       "watch now"};
  static constexpr std::string_view openings[] = {"advertisement",
                                                  "all rights reserved",
                                                  "article continues below",
                                                  "by signing up",
                                                  "click here",
                                                  "click to ",
                                                  "continue reading",
                                                  "copyright ©",
                                                  "copyright (c)",
                                                  "download our app",
                                                  "download the app",
                                                  "enter your email",
                                                  "follow us on",
                                                  "for more news",
                                                  "get breaking news",
                                                  "get our newsletter",
                                                  "get the latest news",
                                                  "have something to add",
                                                  "like us on",
                                                  "listen to this article",
                                                  "most read",
                                                  "please enable javascript",
                                                  "read more about",
                                                  "read the full story",
                                                  "scroll down for",
                                                  "share on facebook",
                                                  "share on twitter",
                                                  "share this article",
                                                  "share this story",
                                                  "share this with",
                                                  "sign up for",
                                                  "sign up here",
                                                  "sign up to",
                                                  "skip advertisement",
                                                  "story continues below",
                                                  "subscribe now",
                                                  "subscribe to",
                                                  "support our journalism",
                                                  "this article was originally published",
                                                  "this material may not be published",
                                                  "this story was originally published",
                                                  "thank you for reading",
                                                  "view comments",
                                                  "you may also like",
                                                  "your email address"};
  const auto starts = [&](std::string_view o) { return starts_with(line, o); };
  if (std::any_of(std::begin(openings), std::end(openings), starts)) return true;
  if (line.starts_with("©") || line.starts_with("(c) 19") || line.starts_with("(c) 20"))
    return true;
  const std::size_t colon = line.substr(0, 24).find(':');
  if (colon == std::string_view::npos || colon + 1 >= line.size()) return false;
  return std::any_of(std::begin(before_colon), std::end(before_colon),
                     [&](std::string_view o) { return o.size() == colon && starts_with(line, o); });
}

}  // namespace

void rules::boilerplate::find(const Passage& passage, Edits& edits) {
  if (passage.habits.line_breaks == 0) return;
  for (const TextLine& l : read_lines(passage)) {
    if (l.empty() || l.size() > longest) continue;
    if (is_boilerplate(l.of(passage.text))) edits.suggest({l.begin, l.next}, "", 60);
  }
}

std::string rules::boilerplate::why(const Explained&) { return {}; }

}  // namespace palimpsest
