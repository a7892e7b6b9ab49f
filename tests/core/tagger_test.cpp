#include "entity/tagger.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>

#include "document/passages.h"
#include "entity/label_chain.h"
#include "entity/tagger_units.h"

namespace palimpsest::tests {
namespace {

const Model& english() {
  static const Model model = [] {
    std::ifstream in(PROJECT_DIR "/core/model/english.model", std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    std::string error;
    std::optional<Model> read = Model::read(bytes.str(), &error);
    REQUIRE_MESSAGE(read, error);
    return std::move(*read);
  }();
  return model;
}

std::vector<NameSpan> names_of(const std::string& text, const Model& model = english()) {
  const Tokens tokens = tokenize(text);
  const std::vector<CleanSpan> sentences =
      find_sentences(text, tokens, find_paragraphs(text, tokens));
  return tag_names(text, tokens, sentences, model);
}

/// "Putin/P TASS/O": person, organisation, place, norp, misc are P O L N M.
std::string drawn(const std::string& text) {
  std::string out;
  for (const NameSpan& n : names_of(text))
    out += (out.empty() ? "" : " | ") + std::string(n.span.of(text)) + "/" +
           "POLNM"[static_cast<std::size_t>(n.label)];
  return out;
}

/// Units of a text with a bar between them.
std::string units_of(const std::string& text) {
  const Tokens tokens = tokenize(text);
  const CleanSpan all{0, static_cast<std::uint32_t>(text.size())};
  std::string out;
  for (const NameUnit& u : cut_units(text, tokens, std::vector{all}).units)
    out += (out.empty() ? "" : "|") + std::string(u.span.of(text));
  return out;
}

struct TinyChain {
  Weights weights;
  std::vector<ScoreRow> rows;
};

TinyChain tiny_chain(std::uint32_t seed, std::size_t size) {
  std::mt19937 random(seed);
  const auto score = [&] { return static_cast<int>(random() % 61) - 30; };
  std::vector<std::int16_t> transitions;
  for (std::size_t i = 0; i < label_count * label_count; ++i)
    transitions.push_back(static_cast<std::int16_t>(score()));
  TinyChain chain{Weights({}, {}, transitions, 0.1f), std::vector<ScoreRow>(size)};
  for (ScoreRow& row : chain.rows)
    for (std::size_t l = 0; l < label_count; ++l) row[l] = score();
  return chain;
}

/// Every legal sequence with its score: what the fast code must agree with.
std::vector<std::pair<std::vector<std::uint8_t>, int>> all_sequences(const TinyChain& chain) {
  std::vector<std::pair<std::vector<std::uint8_t>, int>> found;
  for (std::size_t i = 0; i < chain.rows.size(); ++i) {
    decltype(found) longer;
    for (std::uint8_t l = 0; l < label_count; ++l) {
      if (i == 0) {
        if (may_begin(l)) longer.push_back({{l}, chain.rows[0][l]});
        continue;
      }
      for (const auto& [labels, score] : found) {
        if (!may_follow(labels.back(), l)) continue;
        longer.push_back(
            {labels, score + chain.weights.transition(labels.back(), l) + chain.rows[i][l]});
        longer.back().first.push_back(l);
      }
    }
    found = std::move(longer);
  }
  std::erase_if(found, [](const auto& s) { return !may_end(s.first.back()); });
  return found;
}

}  // namespace

TEST_CASE("units are tokens joined where a name needs it") {
  CHECK(units_of("U.S. troops, Mr. Smith") == "U.S.|troops|,|Mr.|Smith");
  CHECK(units_of("Trump's 4,000 men") == "Trump|'s|4,000|men");
  CHECK(units_of("Trump’s") == "Trump|’s");
  CHECK(units_of("the Hughes' house") == "the|Hughes|'|house");
  CHECK(units_of("AT&T, O'Brien, don't") == "AT&T|,|O'Brien|,|don't");
  CHECK(units_of("pro-Russia") == "pro|-|Russia");
  CHECK(units_of("J. K. Rowling ended.") == "J.|K.|Rowling|ended|.");
  CHECK(units_of("It is so. No.") == "It|is|so|.|No|.");
  CHECK(units_of("$93.5 million, 30th") == "$|93.5|million|,|30th");
  CHECK(units_of(" \n ") == "");
}

TEST_CASE("the best labels are the best of all sequences") {
  for (std::uint32_t seed = 0; seed < 40; ++seed)
    for (std::size_t size = 1; size <= 4; ++size) {
      CAPTURE(seed);
      CAPTURE(size);
      const TinyChain chain = tiny_chain(seed, size);
      const auto all = all_sequences(chain);
      const int best =
          std::ranges::max_element(all, {}, [](const auto& s) { return s.second; })->second;
      const std::vector<std::uint8_t> labels = best_labels(chain.rows, chain.weights);
      const auto found = std::ranges::find(all, labels, [](const auto& s) { return s.first; });
      REQUIRE(found != all.end());
      CHECK(found->second == best);
    }
}

TEST_CASE("probabilities are shares of all sequences and sum to one") {
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    const TinyChain chain = tiny_chain(seed, 4);
    const auto all = all_sequences(chain);
    double sum = 0;
    std::map<std::vector<std::size_t>, double> names;  // first, last, kind
    for (const auto& [labels, score] : all) {
      const double share = std::exp(score * 0.1);
      sum += share;
      for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] == 0) continue;
        const std::size_t first = i;
        while (leaves_open(labels[i])) ++i;
        names[{first, i, kind_of(labels[first])}] += share;
      }
    }
    const Marginals marginals(chain.rows, chain.weights);
    for (const auto& [name, share] : names)
      CHECK(static_cast<double>(marginals.name(name[0], name[1], name[2])) ==
            doctest::Approx(share / sum).epsilon(1e-3));
    for (std::size_t i = 0; i < 4; ++i) {
      double labels = 0;
      for (std::size_t l = 0; l < label_count; ++l)
        labels += static_cast<double>(marginals.label(i, l));
      CHECK(labels == doctest::Approx(1).epsilon(1e-4));
    }
  }
}

TEST_CASE("the exponential is near the true one") {
  for (float x = -79.0f; x <= 0; x += 0.37f)
    CHECK(static_cast<double>(exp_of(x)) ==
          doctest::Approx(std::exp(static_cast<double>(x))).epsilon(1e-5));
  CHECK(exp_of(0) == 1.0f);
  CHECK(exp_of(-1000) == 0.0f);
}

TEST_CASE("names in news sentences") {
  CHECK(drawn("Russian President Vladimir Putin told reporters in Moscow on Friday.") ==
        "Russian/N | Vladimir Putin/P | Moscow/L");
  CHECK(drawn("UK Prime Minister Theresa May advised caution in May.") == "UK/L | Theresa May/P");
  CHECK(drawn("It was a quiet day and nothing happened.").empty());
  CHECK(drawn("Tensions rose. Following the talks, both sides left.").empty());
  CHECK(drawn("The University of Maryland and Microsoft Corp. signed a deal.") ==
        "University of Maryland/O | Microsoft Corp./O");
}

TEST_CASE("a name that is given in full once is known by its last part elsewhere") {
  const std::string text =
      "Dmitry Vakulenko spoke for an hour. Later Vakulenko left the room. Vakulenko said no more.";
  CHECK(drawn(text) == "Dmitry Vakulenko/P | Vakulenko/P | Vakulenko/P");
  const std::vector<NameSpan> names = names_of(text);
  REQUIRE(names.size() == 3);
  CHECK(names[1].why.find("elsewhere in this text: ‘Dmitry Vakulenko’") != std::string::npos);
}

TEST_CASE("every name says how sure it is and why") {
  for (const NameSpan& n : names_of("President Barack Obama met Angela Merkel in Berlin.")) {
    CHECK(n.confidence > 0.5f);
    CHECK(n.confidence <= 1.0f);
    CHECK(!n.why.empty());
  }
}

TEST_CASE("no input and no model makes the tagger fail") {
  const Model empty;
  for (const std::string text : {"",
                                 " ",
                                 "\n\n",
                                 ".",
                                 "'s",
                                 "' s",
                                 "’",
                                 "\"\"\"\"",
                                 "A",
                                 "A.",
                                 "A. B. C.",
                                 "4",
                                 "4,",
                                 "4,4",
                                 "&",
                                 "A&B",
                                 "A&",
                                 "--",
                                 "é",
                                 "É",
                                 "中文 名字",
                                 "\xEF\xBF\xBD",
                                 "a\x01"
                                 "b",
                                 "O'",
                                 "'O",
                                 "McDonald's's",
                                 "U.S.",
                                 "U.S",
                                 "U.",
                                 "@a #b",
                                 "ǅ",
                                 "ß",
                                 "İstanbul"}) {
    CAPTURE(text);
    for (const Model* model : {&empty, &english()}) {
      std::uint32_t last = 0;
      for (const NameSpan& n : names_of(text, *model)) {
        CHECK(n.span.begin >= last);
        CHECK(n.span.begin < n.span.end);
        CHECK(n.span.end <= text.size());
        last = n.span.end;
      }
    }
  }
  CHECK(names_of("Vladimir Putin", empty).empty());
}

TEST_CASE("the same text gives the same names, and random text gives spans inside it") {
  std::mt19937 random(4);
  const std::vector<std::string> parts = {"Putin", "the",  "Bank",  "of",  "U.S.", "'s", " ",
                                          "-",     ". ",   "\n",    "(",   ")",    "é",  "MAY",
                                          "Inc.",  "said", "4,000", "AT&", "T",    "“",  "”"};
  for (int turn = 0; turn < 200; ++turn) {
    std::string text;
    for (auto k = random() % 60; k > 0; --k) {
      text += parts[random() % parts.size()];
      if (random() % 3 > 0) text += ' ';
    }
    CAPTURE(text);
    const std::vector<NameSpan> one = names_of(text), two = names_of(text);
    REQUIRE(one.size() == two.size());
    std::uint32_t last = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
      CHECK(one[i].span == two[i].span);
      CHECK(one[i].confidence == two[i].confidence);
      CHECK(one[i].why == two[i].why);
      CHECK(one[i].span.begin >= last);
      CHECK(one[i].span.end <= text.size());
      last = one[i].span.end;
    }
  }
}

TEST_CASE("a megabyte of one thing ends") {
  for (const std::string unit :
       {"Trump ", "A", "Vladimir Putin said. ", "A. ", "TRUMP ", "a ", "'s ", "- ", "New York-"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    CHECK(names_of(text).size() <= text.size());
  }
}

}  // namespace palimpsest::tests
