// Where two reports disagree: the same place of two linked sentences, and another value.
#pragma once

#include <vector>

#include "compare/report.h"
#include "compare/report_quotes.h"
#include "compare/report_slots.h"

namespace palimpsest {

/// What the finders of conflicts look at: one link.
struct Linked {
  const UnitPairs& pairs;
  const SentenceLink& link;
};

/// Of each unit: what the rest of both texts says of it.
struct Elsewhere {
  std::vector<bool> linked;    // the other text has it in a sentence that is linked to its own
  std::vector<bool> anywhere;  // the other text has it
  std::vector<bool> often;     // its own text names it more than once
  std::vector<bool> speaks;    // it names somebody who is quoted
};
struct BothElsewhere {
  Elsewhere a, b;
};
/// Numbers, dates and names.
void find_value_conflicts(const Linked& linked, const BothElsewhere& elsewhere,
                          std::vector<Conflict>& conflicts);
/// Negation, certainty and words of opposite meaning.
void find_polarity_conflicts(const Linked& linked, std::vector<Conflict>& conflicts);
/// The same words, said by somebody else.
void find_attribution_conflicts(const ReportText& a, const ReportText& b,
                                const std::vector<QuotePair>& quotes,
                                std::vector<Conflict>& conflicts);

/// All of them, in the order of the first text, one for each place. O(n).
std::vector<Conflict> find_conflicts(const ReportText& a, const ReportText& b,
                                     const std::vector<SentenceLink>& links,
                                     const std::vector<QuotePair>& quotes);

}  // namespace palimpsest
