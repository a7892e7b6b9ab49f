// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/pleonastic.h"

#include <algorithm>

#include "cluster/name.h"

namespace palimpsest {
namespace {

constexpr std::string_view copulas[] = {
    "is",      "was",      "be",    "been",   "being",   "s",        "becomes", "became",
    "remains", "remained", "seems", "seemed", "appears", "appeared", "feels",   "felt"};
constexpr std::string_view before_copulas[] = {
    "has",  "had", "will", "would", "can",  "could",   "may",   "might", "should",
    "must", "not", "t",    "also",  "now",  "still",   "often", "never", "did",
    "does", "ll",  "d",    "only",  "just", "already", "always"};
constexpr std::string_view weather[] = {"rain",   "rained",  "raining",  "rains", "snow",
                                        "snowed", "snowing", "snows",    "pour",  "poured",
                                        "hailed", "dawned",  "thundered"};
// "it seems that", "it turned out", "it follows".
constexpr std::string_view seeming[] = {"seems",  "seemed",  "appears", "appeared",  "turns",
                                        "turned", "follows", "happens", "happened",  "takes",
                                        "took",   "emerged", "emerges", "transpired"};
// "make it clear that", "finds it hard to".
constexpr std::string_view makers[] = {"make",      "makes",      "made",    "making",  "find",
                                       "finds",     "found",      "think",   "thought", "consider",
                                       "considers", "considered", "believe", "deem",    "deemed"};
constexpr std::string_view complements[] = {"that",  "to",      "for",  "if",  "whether",
                                            "when",  "who",     "how",  "why", "what",
                                            "which", "because", "since"};
// "it is time", "it was midnight".
constexpr std::string_view hours[] = {"time", "midnight", "noon", "late", "early", "dark",
                                      "cold", "hot",      "warm", "like", "as"};

bool among(std::string_view word, std::span<const std::string_view> list) {
  return std::find(std::begin(list), std::end(list), word) != list.end();
}

}  // namespace

bool is_pleonastic(const TextReading& reading, std::size_t token) {
  const std::size_t none = reading.tokens().size();
  std::size_t at = reading.behind(token);
  const auto word = [&](std::size_t i) {
    return i < none ? folded_word(reading.word(i)) : std::string();
  };
  const auto skip_marks = [&] {
    while (at < none && (reading.tokens()[at].is('\'') || reading.tokens()[at].is(U'’')))
      at = reading.behind(at);
  };
  skip_marks();
  // "make it clear that"
  const std::size_t before = reading.before(token);
  const bool made = before < none && among(word(before), makers);
  for (int i = 0; i < 4 && at < none && among(word(at), before_copulas); ++i) {
    at = reading.behind(at);
    skip_marks();
  }
  if (at == none) return false;
  const std::string verb = word(at);
  if (among(verb, weather)) return true;
  const bool copula = among(verb, copulas);
  const bool seems = among(verb, seeming);
  if (!copula && !seems && !made) return false;
  if (!made) at = reading.behind(at);
  if (copula && among(word(at), weather)) return true;
  if (copula && among(word(at), hours)) return true;
  // A word that opens a clause within the next few, before the sentence or the clause ends.
  for (int i = 0; i < 6 && at < none; ++i, at = reading.behind(at)) {
    if (reading.is_edge(at)) return false;
    const std::string w = word(at);
    if (i > 0 || seems) {
      if (among(w, complements)) return true;
    } else if (w == "that" || w == "who") {
      return false;  // "it is that"
    }
    if (seems && w == "out") return true;
    if (i == 0 && copula && (w == "the" || w == "a" || w == "an")) {
      // "it was the minister who": a cleft; "it is a company that": hardly ever.
      continue;
    }
  }
  return false;
}

}  // namespace palimpsest
