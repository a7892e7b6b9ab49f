// The part of a sentence that a link is about. Tested by tests/core/report_test.cpp.
#include <algorithm>

#include "compare/report_links.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t least_units = 4;  // of a clause
constexpr float counts = 0.3F;            // of the heaviest clause's weight

bool begins_clause(const ReportText& r, const ReportUnit& unit) {
  if (unit.is(ReportUnit::breaks)) return true;
  if (unit.sort != UnitSort::word || !unit.is(ReportUnit::function)) return false;
  const std::string_view word = r.of(unit);
  for (const std::string_view begin : {"and", "but", "while", "because", "which", "who", "although",
                                       "though", "after", "before", "that", "if", "as"})
    if (word == begin) return true;
  return false;
}

}  // namespace

CleanSpan find_clauses(const ReportText& r, std::uint32_t index,
                       std::span<const SentenceTerm> terms,
                       std::span<const std::pair<std::uint32_t, float>> shared) {
  const ReportSentence& sentence = r.sentences[index];
  if (sentence.first == sentence.last) return sentence.span;
  std::vector<std::uint32_t> begins;  // of the clauses
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (begins.empty() || (begins_clause(r, r.units[i]) && i - begins.back() >= least_units &&
                           sentence.last - i >= least_units))
      begins.push_back(i);
  std::vector<float> weights(begins.size(), 0);
  for (const auto& [term, weight] : shared) {
    const auto behind = std::upper_bound(begins.begin(), begins.end(), terms[term].unit);
    weights[static_cast<std::size_t>(behind - begins.begin()) - 1] += weight;
  }
  const float least = counts * *std::max_element(weights.begin(), weights.end());
  std::size_t first = 0, last = weights.size() - 1;
  while (weights[first] < least) ++first;
  while (weights[last] < least) --last;
  // "said [that] the call was planned": the clause is what was said.
  std::uint32_t begin = begins[first];
  if (first > 0 && r.of(r.units[begin]) == "that") ++begin;
  return {first == 0 ? sentence.span.begin : r.units[begin].span.begin,
          last + 1 == begins.size() ? sentence.span.end : r.units[begins[last + 1] - 1].span.end};
}

}  // namespace palimpsest
