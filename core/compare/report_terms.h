// What a sentence of a report can share with one of the other: a stem, a name, a value, two of them
// side by side.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compare/report_text.h"

namespace palimpsest {

struct SentenceTerm {
  std::uint64_t key = 0;    // what it is
  std::uint32_t group = 0;  // what may stand for it, in both texts: the key, or its synonyms
  std::uint32_t unit = 0;   // the first of the sentence that it is
  float weight = 0;
};

/// The terms of one text's sentences, of each sorted by group, each group once. Their weights say
/// how rare the term is in English and in this pair (Spärck Jones 1972; names that stand in every
/// sentence of both texts must count for little).
struct SideTerms {
  std::vector<SentenceTerm> terms;
  std::vector<std::uint32_t> begins;  // of each sentence, and the end
  std::vector<float> weights;         // of all terms of a sentence

  std::uint32_t sentences() const { return static_cast<std::uint32_t>(weights.size()); }
  std::span<const SentenceTerm> of(std::uint32_t sentence) const {
    return {terms.data() + begins[sentence], begins[sentence + 1] - begins[sentence]};
  }
};
struct SentenceTerms {
  SideTerms a, b;
  std::uint32_t groups = 0;
};

/// The units must be numbered. O(n).
SentenceTerms read_terms(const ReportText& a, const ReportText& b);

/// Terms of two sentences, by their places in the lists.
struct SharedTerm {
  std::uint32_t a, b;
  float weight;
};
/// Fills `shared`, which may be used again for the next two. O(terms of both).
void find_shared_terms(std::span<const SentenceTerm> a, std::span<const SentenceTerm> b,
                       std::vector<SharedTerm>& shared);

}  // namespace palimpsest
