// Tested by tests/core/report_test.cpp; the thresholds were set on the open half of
// tests/quality/reports/pairs.jsonl.
#include "compare/report_links.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "compare/report_words.h"
#include "compare/words.h"
#include "model/hash.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t most_sentences_of_term = 48;  // of either text, to propose a pair
constexpr std::size_t most_candidates = 12;           // of a sentence, by what they share
// Of the weight of a term: a synonym instead of the word, two words side by side, a name whose
// words count as well.
constexpr float synonym_share = 0.8F, pair_share = 0.3F, name_share = 0.4F;
constexpr float commonness = 6;  // sentences that may share a term before it counts half
// Similarity: enough, enough beside better ones, and how near the best of a sentence it must be.
constexpr double likely = 0.22, sure = 0.6, near_best = 0.9;
constexpr float least_weight = 7;  // shared: a rare word, or two
constexpr std::size_t least_terms = 2;
// A report begins with what happened, in its heading and once more below it.
constexpr std::uint32_t lead_sentences = 2;
constexpr std::uint32_t least_of_lead = 4;  // units: "WARSAW, Poland" says nothing yet
constexpr double lead_gain = 2;
// What one says in somebody's words and the other tells is seldom the same statement.
constexpr double speech_against_telling = 0.65, speech_against_speech = 0.9;

/// How many sentences of each text have a group.
struct Spread {
  std::uint32_t a = 0, b = 0;
};
using Spreads = std::unordered_map<std::uint64_t, Spread>;

/// The words of a name: a heading or another paper may have only some of them.
void add_words_of_name(const ReportText& r, std::uint32_t index, std::vector<SentenceTerm>& terms) {
  const CleanSpan span = r.units[index].span;
  const Tokens& tokens = r.doc.tokens;
  for (std::size_t i = tokens.at(span.begin); tokens.begin_of(i) < span.end; ++i) {
    if (!tokens[i].is_word() || tokens.span(i).size() < 2) continue;
    const std::string lower = lower_case(tokens.of(r.text, i));
    if (is_function_word(key_of(lower))) continue;
    const std::string stem = stem_of(lower);
    const std::uint64_t key = hash_text(stem);
    terms.push_back({key, key, static_cast<float>(rarity_of(stem)), index});
  }
}

std::vector<SentenceTerm> terms_of(const ReportText& r, const ReportSentence& sentence) {
  std::vector<SentenceTerm> terms;
  const ReportUnit* before = nullptr;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    const ReportUnit& unit = r.units[i];
    if (!unit.is_content()) continue;
    const std::uint64_t group =
        unit.synonyms == 0 ? unit.key : mix_bits(std::uint64_t{unit.synonyms} + 0xA11CE);
    const bool names = unit.sort == UnitSort::name;
    terms.push_back(
        {unit.key, group, static_cast<float>(unit.rarity) * (names ? name_share : 1), i});
    if (unit.sort != UnitSort::pronoun && unit.mention != no_index) add_words_of_name(r, i, terms);
    if (before != nullptr && unit.sort != UnitSort::pronoun) {
      const std::uint64_t pair = mix_bits(before->key + 3 * unit.key);
      const float least = static_cast<float>(std::min(before->rarity, unit.rarity));
      terms.push_back({pair, pair, least * pair_share, i});
    }
    before = unit.sort == UnitSort::pronoun ? nullptr : &unit;
  }
  std::stable_sort(terms.begin(), terms.end());
  terms.erase(
      std::unique(terms.begin(), terms.end(),
                  [](const SentenceTerm& x, const SentenceTerm& y) { return x.group == y.group; }),
      terms.end());
  return terms;
}

float weigh(std::vector<SentenceTerm>& terms, const Spreads& spreads) {
  float sum = 0;
  for (SentenceTerm& term : terms) {
    const Spread spread = spreads.find(term.group)->second;
    const std::uint32_t more =
        (spread.a > 0 ? spread.a - 1 : 0) + (spread.b > 0 ? spread.b - 1 : 0);
    term.weight *= commonness / (commonness + static_cast<float>(more));
    sum += term.weight;
  }
  return sum;
}

/// Cosine of the weights' sums.
double similarity_of(float shared, float weight_a, float weight_b) {
  const double of = std::sqrt(static_cast<double>(weight_a) * static_cast<double>(weight_b));
  return of <= 0 ? 0 : static_cast<double>(shared) / of;
}

/// More than half of it stands between quotation marks.
bool is_speech(const ReportText& r, const ReportSentence& sentence) {
  std::uint32_t quoted = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    quoted += r.units[i].is(ReportUnit::quoted);
  return 2 * quoted > sentence.last - sentence.first;
}

/// What the places and the kinds of two sentences add to what they share.
double gain_of(const ReportText& a, std::uint32_t i, const ReportText& b, std::uint32_t j) {
  const bool speech_a = is_speech(a, a.sentences[i]), speech_b = is_speech(b, b.sentences[j]);
  const auto leads = [](const ReportText& r, std::uint32_t s) {
    return s < lead_sentences && r.sentences[s].last - r.sentences[s].first >= least_of_lead;
  };
  return (leads(a, i) && leads(b, j) ? lead_gain : 1) * (speech_a != speech_b
                                                             ? speech_against_telling
                                                         : speech_a ? speech_against_speech
                                                                    : 1);
}

float sum_of(const std::vector<SharedTerm>& shared) {
  float sum = 0;
  for (const SharedTerm& s : shared) sum += s.weight;
  return sum;
}

struct Scored {
  std::uint32_t a, b;
  double similarity;
};

/// Pairs of sentences that share something rare, scored. In the order of b, then of a.
std::vector<Scored> score_pairs(const ReportText& a, const ReportText& b,
                                const SentenceTerms& terms) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> sentences_of;
  for (std::uint32_t i = 0; i < terms.a.size(); ++i)
    for (const SentenceTerm& term : terms.a[i]) {
      std::vector<std::uint32_t>& list = sentences_of[term.group];
      if (list.size() <= most_sentences_of_term) list.push_back(i);
    }
  std::vector<Scored> pairs;
  std::unordered_map<std::uint32_t, float> found;
  std::vector<std::pair<float, std::uint32_t>> candidates;
  for (std::uint32_t j = 0; j < terms.b.size(); ++j) {
    found.clear();
    for (const SentenceTerm& term : terms.b[j]) {
      const auto list = sentences_of.find(term.group);
      if (list == sentences_of.end() || list->second.size() > most_sentences_of_term) continue;
      for (const std::uint32_t i : list->second) found[i] += term.weight;
    }
    candidates.clear();
    for (const auto& [i, weight] : found) candidates.push_back({-weight, i});
    std::sort(candidates.begin(), candidates.end());
    if (candidates.size() > most_candidates) candidates.resize(most_candidates);
    for (const auto& [weight, i] : candidates) {
      const std::vector<SharedTerm> both = shared_terms(terms, i, j);
      const float shared = sum_of(both);
      if (shared < least_weight || both.size() < least_terms) continue;
      const double similarity =
          similarity_of(shared, terms.weight_a[i], terms.weight_b[j]) * gain_of(a, i, b, j);
      pairs.push_back({i, j, std::min(1.0, similarity)});
    }
  }
  return pairs;
}

bool begins_clause(const ReportText& r, const ReportUnit& unit) {
  if (unit.is(ReportUnit::breaks)) return true;
  if (unit.sort != UnitSort::word || !unit.is(ReportUnit::function)) return false;
  const std::string_view word = r.of(unit);
  for (const std::string_view begin : {"and", "but", "while", "because", "which", "who", "although",
                                       "though", "after", "before", "that", "if", "as"})
    if (word == begin) return true;
  return false;
}

/// The run of clauses that hold what is shared.
CleanSpan clause_of(const ReportText& r, const ReportSentence& sentence,
                    const std::vector<std::pair<std::uint32_t, float>>& shared) {
  if (sentence.first == sentence.last) return sentence.span;
  struct Clause {
    std::uint32_t first, last;
    float weight = 0;
  };
  std::vector<Clause> clauses;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (clauses.empty() ||
        (begins_clause(r, r.units[i]) && i - clauses.back().first >= 4 && sentence.last - i >= 4))
      clauses.push_back({i, i});
    clauses.back().last = i + 1;
  }
  for (const auto& [unit, weight] : shared)
    for (Clause& clause : clauses)
      if (clause.first <= unit && unit < clause.last) clause.weight += weight;
  float most = 0;
  for (const Clause& clause : clauses) most = std::max(most, clause.weight);
  constexpr float counts = 0.3F;  // of the heaviest clause's weight
  const auto holds = [&](const Clause& clause) { return clause.weight >= counts * most; };
  const auto first = std::find_if(clauses.begin(), clauses.end(), holds);
  const auto last = std::find_if(clauses.rbegin(), clauses.rend(), holds);
  return {first == clauses.begin() ? sentence.span.begin : r.units[first->first].span.begin,
          last == clauses.rbegin() ? sentence.span.end : r.units[last->last - 1].span.end};
}

/// "both: Trump, Putin, phone, Saturday": the heaviest, in the order of the first text.
std::string why_linked(const ReportText& a, const std::vector<SentenceTerm>& terms,
                       std::vector<SharedTerm> shared) {
  constexpr std::size_t most_words = 6;
  std::stable_sort(shared.begin(), shared.end(),
                   [](const SharedTerm& x, const SharedTerm& y) { return x.weight > y.weight; });
  std::vector<std::uint32_t> units;
  for (const SharedTerm& s : shared) {
    const std::uint32_t unit = terms[s.a].unit;
    if (a.units[unit].sort == UnitSort::pronoun) continue;
    if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
    if (units.size() == most_words) break;
  }
  std::sort(units.begin(), units.end());
  std::string why = "both: ";
  for (std::size_t i = 0; i < units.size(); ++i)
    why.append(i > 0 ? ", " : "").append(a.of(a.units[units[i]]));
  return why;
}

}  // namespace

SentenceTerms read_terms(const ReportText& a, const ReportText& b) {
  SentenceTerms terms;
  Spreads spreads;
  for (const ReportSentence& sentence : a.sentences) {
    terms.a.push_back(terms_of(a, sentence));
    for (const SentenceTerm& term : terms.a.back()) ++spreads[term.group].a;
  }
  for (const ReportSentence& sentence : b.sentences) {
    terms.b.push_back(terms_of(b, sentence));
    for (const SentenceTerm& term : terms.b.back()) ++spreads[term.group].b;
  }
  for (std::vector<SentenceTerm>& list : terms.a) terms.weight_a.push_back(weigh(list, spreads));
  for (std::vector<SentenceTerm>& list : terms.b) terms.weight_b.push_back(weigh(list, spreads));
  return terms;
}

std::vector<SharedTerm> shared_terms(const SentenceTerms& terms, std::uint32_t a, std::uint32_t b) {
  const std::vector<SentenceTerm>& x = terms.a[a];
  const std::vector<SentenceTerm>& y = terms.b[b];
  std::vector<SharedTerm> shared;
  for (std::uint32_t i = 0, j = 0; i < x.size() && j < y.size();) {
    if (x[i].group < y[j].group) {
      ++i;
    } else if (y[j].group < x[i].group) {
      ++j;
    } else {
      const float share = x[i].key == y[j].key ? 1 : synonym_share;
      shared.push_back({i, j, share * std::min(x[i].weight, y[j].weight)});
      ++i, ++j;
    }
  }
  return shared;
}

std::vector<SentenceLink> link_sentences(const ReportText& a, const ReportText& b,
                                         const SentenceTerms& terms) {
  std::vector<Scored> pairs = score_pairs(a, b, terms);
  std::vector<double> best_a(terms.a.size()), best_b(terms.b.size());
  for (const Scored& pair : pairs) {
    best_a[pair.a] = std::max(best_a[pair.a], pair.similarity);
    best_b[pair.b] = std::max(best_b[pair.b], pair.similarity);
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const Scored& x, const Scored& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  std::vector<SentenceLink> links;
  for (const Scored& pair : pairs) {
    // The best of one of the two is enough: one sentence may say what several do.
    const double best = std::min(best_a[pair.a], best_b[pair.b]);
    const bool is_link = pair.similarity >= sure ||
                         (pair.similarity >= likely && pair.similarity >= near_best * best);
    if (!is_link) continue;
    const std::vector<SharedTerm> shared = shared_terms(terms, pair.a, pair.b);
    std::vector<std::pair<std::uint32_t, float>> in_a, in_b;
    for (const SharedTerm& s : shared) {
      in_a.push_back({terms.a[pair.a][s.a].unit, s.weight});
      in_b.push_back({terms.b[pair.b][s.b].unit, s.weight});
    }
    links.push_back({pair.a, pair.b, clause_of(a, a.sentences[pair.a], in_a),
                     clause_of(b, b.sentences[pair.b], in_b), pair.similarity,
                     why_linked(a, terms.a[pair.a], shared)});
  }
  return links;
}

}  // namespace palimpsest
