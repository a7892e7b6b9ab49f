// Which sentences of two reports speak of the same.
#pragma once

#include <vector>

#include "compare/report.h"
#include "compare/report_terms.h"

namespace palimpsest {

/// In the order of the first text, then of the second. O(n): a term that stands in many sentences
/// of a text proposes no pair, and a sentence has a bounded number of candidates.
std::vector<SentenceLink> link_sentences(const ReportText& a, const ReportText& b,
                                         const SentenceTerms& terms);

/// The run of a sentence's clauses that hold what it shares: `shared` are its terms' places.
CleanSpan find_clauses(const ReportText& r, std::uint32_t sentence,
                       std::span<const SentenceTerm> terms,
                       std::span<const std::pair<std::uint32_t, float>> shared);

}  // namespace palimpsest
