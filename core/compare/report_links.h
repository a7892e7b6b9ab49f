// Which sentences of two reports speak of the same.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/report.h"
#include "compare/report_text.h"

namespace palimpsest {

/// Something a sentence can share with another: a stem, a name, a value, two of them side by side.
struct SentenceTerm {
  std::uint64_t key = 0;    // what it is
  std::uint64_t group = 0;  // what may stand for it: the key, or its class of synonyms
  float weight = 0;
  std::uint32_t unit = 0;  // the first of the sentence that it is

  bool operator<(const SentenceTerm& other) const {
    return group != other.group ? group < other.group : key < other.key;
  }
};

/// The terms of each sentence of both texts, sorted, each once; their weights say how rare the term
/// is in English and in this pair (Spärck Jones 1972; research on report pairs shows that names
/// which stand in every sentence of both must count for little).
struct SentenceTerms {
  std::vector<std::vector<SentenceTerm>> a, b;
  std::vector<float> weight_a, weight_b;  // of all terms of a sentence
};
SentenceTerms read_terms(const ReportText& a, const ReportText& b);

/// Terms of both sentences, by pairs of indices into their lists.
struct SharedTerm {
  std::uint32_t a, b;
  float weight;
};
std::vector<SharedTerm> shared_terms(const SentenceTerms& terms, std::uint32_t a, std::uint32_t b);

/// In the order of the first text, then of the second. O(n): a term that stands in many sentences
/// of a text proposes no pair, and a sentence has a bounded number of candidates.
std::vector<SentenceLink> link_sentences(const ReportText& a, const ReportText& b,
                                         const SentenceTerms& terms);

}  // namespace palimpsest
