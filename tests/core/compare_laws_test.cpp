// The laws of a comparison on the example articles, on pairs of case texts and on texts made at
// random.
#include "compare_laws.h"

#include <doctest/doctest.h>

#include <random>

#include "cases.h"
#include "document/document.h"

namespace palimpsest::tests {
namespace {

void check(const std::string& old_text, const std::string& new_text, std::uint32_t seed) {
  const std::string broken = broken_comparison_law(old_text, new_text);
  CHECK_MESSAGE(broken.empty(),
                broken << "; seed " << seed << "\n old: " << old_text << "\n new: " << new_text);
}

const char* const pieces[] = {" ",
                              " ",
                              " ",
                              " ",
                              "  ",
                              "\n",
                              "\n\n",
                              ",",
                              ".",
                              ". ",
                              "!",
                              "(",
                              ")",
                              "\"",
                              "'",
                              "“",
                              "”",
                              "’",
                              "-",
                              "–",
                              "—",
                              "--",
                              "...",
                              "…",
                              "$",
                              "%",
                              "4",
                              "000",
                              "4,000",
                              "4 , 000",
                              "4, 000",
                              "4bn",
                              "2016",
                              "3.5",
                              "a",
                              "the",
                              "The",
                              "Trump",
                              "Trump's",
                              "Trump 's",
                              "Trump’s",
                              "said",
                              "do n't",
                              "don't",
                              "don’t",
                              "not",
                              "U.S.",
                              "U .S .",
                              "percent",
                              "per cent",
                              "â€™s",
                              "â€œ",
                              "Ã©",
                              "é",
                              "\xCC\x81",
                              "\xC2\xA0",
                              "\xE2\x80\x8B",
                              "\xC2\xAD",
                              "\xF0\x9F\x98\x80",
                              "ж",
                              "-LRB-",
                              "``",
                              "''",
                              "well-known",
                              "well - known",
                              "x",
                              "y",
                              "z",
                              "n't",
                              "'s",
                              "s",
                              "million",
                              "\r\n",
                              "«",
                              "»"};

std::string random_text(std::mt19937& random, std::size_t most) {
  std::string text;
  for (std::size_t i = random() % most; i > 0; --i) {
    text += pieces[random() % std::size(pieces)];
    if (random() % 3 == 0) text += ' ';
  }
  return text;
}

/// Deletes, inserts, repeats and moves pieces between character borders.
std::string mutated(std::string text, std::mt19937& random) {
  for (std::size_t i = random() % 8; i > 0; --i) {
    const auto place = [&] {
      std::size_t at = text.empty() ? 0 : random() % (text.size() + 1);
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
      return at;
    };
    std::size_t from = place(), to = place();
    if (from > to) std::swap(from, to);
    if (to - from > 60) {
      to = from + 60;
      while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) ++to;
    }
    const std::string part = text.substr(from, to - from);
    if (random() % 2 == 0) text.erase(from, to - from);
    text.insert(place(), random() % 3 == 0 ? random_text(random, 6) : part);
  }
  return text;
}

}  // namespace

TEST_CASE("the laws of a comparison hold between all texts of the case files") {
  const std::vector<std::string> texts = all_texts();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string a = decode(texts[i]).text, b = decode(texts[(i + 1) % texts.size()]).text;
    check(a, b, static_cast<std::uint32_t>(i));
    check(b, a, static_cast<std::uint32_t>(i));
    check(a, a, static_cast<std::uint32_t>(i));
  }
}

TEST_CASE("the laws of a comparison hold on texts made of pieces") {
  for (std::uint32_t seed = 1; seed <= 6000; ++seed) {
    std::mt19937 random(seed);
    const std::string a = random_text(random, 60);
    check(a, seed % 3 == 0 ? random_text(random, 60) : mutated(a, random), seed);
  }
}

TEST_CASE("the laws of a comparison hold on changed articles, with passages moved") {
  const std::string article =
      read_file(std::string(PROJECT_DIR) + "/examples/articles/version.txt");
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::string> sentences;
    for (std::size_t at = 0; at < article.size();) {
      const std::size_t end = std::min(article.find(". ", at), article.size() - 2) + 2;
      sentences.push_back(article.substr(at, end - at));
      at = end;
    }
    for (std::size_t i = random() % 3; i > 0; --i)
      std::swap(sentences[random() % sentences.size()], sentences[random() % sentences.size()]);
    std::string b;
    for (const std::string& s : sentences) b += (random() % 8 == 0 ? "\n" : "") + s;
    check(article, mutated(b, random), seed);
  }
}

TEST_CASE("the laws of a comparison hold on empty and tiny texts") {
  for (const std::string a :
       {"", " ", "\n", "a", "a b", ".", "\"", "'s", "n't", "é", "\xE2\x80\x8B"})
    for (const std::string b : {"", " ", "\n", "a", "b a", "..", "”", "’s", "not", "e", "\xC2\xA0"})
      check(a, b, 0);
}

}  // namespace palimpsest::tests
