// The comparison of two reports on one screen. Tested by tests/core/report_test.cpp.
#include "compare/report.h"

#include <algorithm>

#include "compare/report_conflicts.h"
#include "compare/report_links.h"
#include "compare/report_parts.h"

namespace palimpsest {
namespace {

constexpr FactRow facts[] = {
#define FACT(name, title, explanation) {FactKind::name, #name, title, explanation},
#include "compare/report_facts.def"
};
constexpr SlotRow slots[] = {
#define CONFLICT(name, about, title, explanation) \
  {Slot::name, FactKind::about, #name, title, explanation},
#include "compare/report_conflicts.def"
};

/// Share of the weight of both texts that stands in linked sentences.
double linked_share(const SentenceTerms& terms, const std::vector<SentenceLink>& links) {
  std::vector<bool> linked_a(terms.a.sentences(), false), linked_b(terms.b.sentences(), false);
  for (const SentenceLink& link : links) linked_a[link.a] = linked_b[link.b] = true;
  double linked = 0, all = 0;
  const auto add = [&](const std::vector<float>& weights, const std::vector<bool>& is_linked) {
    for (std::size_t i = 0; i < weights.size(); ++i) {
      all += static_cast<double>(weights[i]);
      if (is_linked[i]) linked += static_cast<double>(weights[i]);
    }
  };
  add(terms.a.weights, linked_a);
  add(terms.b.weights, linked_b);
  return all > 0 ? linked / all : 0;
}

}  // namespace

std::string_view name_of(CompareMode mode) {
  constexpr std::string_view names[] = {"auto", "versions", "reports"};
  return names[static_cast<std::size_t>(mode)];
}

std::span<const FactRow> fact_rows() { return facts; }
std::span<const SlotRow> slot_rows() { return slots; }

ReportComparison compare_reports(const Document& doc_a, const Document& doc_b) {
  ReportComparison result;
  const EntityKeys entities = align_entities(doc_a, doc_b);
  ReportText a = read_report(doc_a, entities.a), b = read_report(doc_b, entities.b);
  number_units(a, b);
  for (const auto& [x, y] : entities.rows) result.entities.push_back({x, y});
  const SentenceTerms terms = read_terms(a, b);
  result.links = link_sentences(a, b, terms);
  result.similarity = linked_share(terms, result.links);
  const std::vector<QuotePair> quotes = pair_quotes(a, b);
  result.conflicts = find_conflicts(a, b, result, quotes);
  find_facts(a, b, quotes, result);
  result.voices = find_voices(a, b, result.entities);
  result.borrowed = find_borrowed(a, b);
  result.framing = find_framing(result.links, result.voices);
  return result;
}

}  // namespace palimpsest
