// The laws on every case file and on random bytes. A failure prints the input (escaped) and its
// seed.
#include "laws.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <random>

#include "cases.h"

namespace palimpsest::tests {
namespace {

std::string escaped(std::string_view bytes) {
  std::string text;
  char hex[5];
  for (const char c : bytes) {
    if (c >= ' ' && c < 127 && c != '\\') {
      text.push_back(c);
    } else {
      std::snprintf(hex, sizeof hex, "\\x%02x", static_cast<unsigned char>(c));
      text += hex;
    }
  }
  return text;
}

void check_laws(std::string_view bytes, std::uint32_t seed) {
  const std::string broken = broken_law(bytes, seed);
  CHECK_MESSAGE(broken.empty(),
                broken << "; seed " << seed << "; input \"" << escaped(bytes) << '"');
}

/// Pieces that rules look for, glued at random: finds more than random bytes do.
std::string random_text(std::mt19937& random) {
  static const char* const pieces[] = {" ",
                                       " ",
                                       " ",
                                       "  ",
                                       "   ",
                                       "\n",
                                       "\n\n",
                                       ".  The ",
                                       ". Talk, In it ",
                                       "-\n",
                                       "the the ",
                                       "\r\n",
                                       "\t",
                                       ",",
                                       ".",
                                       ";",
                                       ":",
                                       "!",
                                       "?",
                                       "(",
                                       ")",
                                       "[",
                                       "]",
                                       "\"",
                                       "'",
                                       "`",
                                       "''",
                                       "``",
                                       "“",
                                       "”",
                                       "‘",
                                       "’",
                                       "„",
                                       "«",
                                       "»",
                                       "-",
                                       "–",
                                       "—",
                                       "...",
                                       "…",
                                       "/",
                                       "@",
                                       "#",
                                       "$",
                                       "%",
                                       "&",
                                       "&amp;amp;",
                                       "&nbsp;",
                                       "<p>",
                                       "</p>",
                                       "<br>",
                                       "<nav>",
                                       "</nav>",
                                       "e\xCC\x81",
                                       "\xE2\x80\x8D",
                                       "\xE2\x80\x8F",
                                       "\xD7\xA9",
                                       "\xC2\x85",
                                       "\xE2\x80\xA8",
                                       "\f",
                                       "\r",
                                       "\x1B[",
                                       "\x1E",
                                       "\0",
                                       "\xEF\xBC\xA3",
                                       "\xE3\x80\x80",
                                       "中",
                                       "\xED\xA0\xBD\xED\xB8\x80",
                                       "\x92",
                                       "&amp;",
                                       "&#146;",
                                       "<b>",
                                       "4",
                                       "000",
                                       "2016",
                                       "1",
                                       "12",
                                       "30",
                                       "a",
                                       "I",
                                       "he",
                                       "Trump",
                                       "said",
                                       "U",
                                       "S",
                                       "n't",
                                       "do",
                                       "s",
                                       "t",
                                       "CNN",
                                       "LRB",
                                       "RRB",
                                       "the",
                                       "The",
                                       "gon",
                                       "na",
                                       "â€™",
                                       "â€œ",
                                       "â€",
                                       "Ã©",
                                       "Ã",
                                       "é",
                                       "É",
                                       "Â",
                                       "\xC2\xA0",
                                       "\xE2\x80\x8B",
                                       "\xC2\xAD",
                                       "\xEF\xBB\xBF",
                                       "\xEF\xBF\xBD",
                                       "ﬁ",
                                       "\xF0\x9F\x98\x80",
                                       "е",
                                       "ж",
                                       "Mr",
                                       "Jan",
                                       "a.m",
                                       "known",
                                       "well",
                                       "@-@",
                                       "[…]",
                                       "□",
                                       "\xC2\x92",
                                       "ΓÇÖ",
                                       "°",
                                       "²",
                                       "http",
                                       "://",
                                       "www",
                                       "com"};
  std::string text;
  const std::size_t count = random() % 40;
  for (std::size_t i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
  return text;
}

}  // namespace

TEST_CASE("the laws hold on every text of the case files and the example articles") {
  std::uint32_t seed = 0;
  for (const std::string& text : all_texts()) check_laws(text, ++seed);
}

TEST_CASE("the laws hold on texts made of the pieces that rules look for") {
  for (std::uint32_t seed = 1; seed <= 4000; ++seed) {
    std::mt19937 random(seed);
    check_laws(random_text(random), seed);
  }
}

TEST_CASE("the laws hold on random bytes") {
  for (std::uint32_t seed = 1; seed <= 1000; ++seed) {
    std::mt19937 random(seed);
    std::string bytes(random() % 200, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    check_laws(bytes, seed);
  }
}

TEST_CASE("the laws hold on bad input") {
  using namespace std::string_literals;
  for (const std::string& bytes :
       {""s, "a"s, "\0"s, "\xFF"s, "\xED\xA0\x80"s, "\xEF\xBB\xBF"s, "\xFF\xFE"s, "\xFE\xFF\0"s,
        "%PDF-1.4\n\0\x01"s, "\xF4\x90\x80\x80"s, "a\0b"s, " "s, "\n"s, "\r"s, "\xE2\x80"s})
    check_laws(bytes, 1);
}

}  // namespace palimpsest::tests
