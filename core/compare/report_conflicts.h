// Where two reports disagree: the same place of two linked sentences, and another value.
#pragma once

#include <span>
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
  std::vector<bool> own;       // named more than once, and more often than in the other text
  std::vector<bool> speaks;    // it names somebody who is quoted
  bool has_own_place = false;  // the place that the text names most is not in the other
};
struct BothElsewhere {
  Elsewhere a, b;
};
/// Numbers, dates and names.
void find_value_conflicts(const Linked& linked, const BothElsewhere& elsewhere,
                          std::vector<Conflict>& conflicts);
/// Of two names: 0 for no conflict, else how surely they are in one place.
float rate_names(const UnitPairs& pairs, const BothElsewhere& elsewhere, std::uint32_t unit_a,
                 std::uint32_t unit_b);
/// "Donahue" and "Donohue": of one length, with two letters changed at most.
bool are_spellings(std::string_view x, std::string_view y);
/// Negation, certainty and words of opposite meaning.
void find_polarity_conflicts(const Linked& linked, std::vector<Conflict>& conflicts);
/// One person who holds offices that nobody holds together.
void find_role_conflicts(const ReportText& a, const ReportText& b,
                         std::span<const SharedEntity> entities, std::vector<Conflict>& conflicts);
/// The same words, said by somebody else.
void find_attribution_conflicts(const ReportText& a, const ReportText& b,
                                const std::vector<QuotePair>& quotes,
                                std::vector<Conflict>& conflicts);

/// All of them, in the order of the first text, one for each place. O(n).
std::vector<Conflict> find_conflicts(const ReportText& a, const ReportText& b,
                                     const ReportComparison& found,
                                     const std::vector<QuotePair>& quotes);

/// The index of the sentence that a place lies in. O(log n).
std::uint32_t sentence_at(const ReportText& r, std::uint32_t at);

}  // namespace palimpsest
