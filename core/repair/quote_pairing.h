// The likeliest roles of all marks of a paragraph together: what stands beside each mark, and that
// what opens is closed.
#pragma once

#include <span>
#include <vector>

#include "repair/quote_scores.h"

namespace palimpsest {

/// Sets `role` and `unmatched` of the marks of one paragraph. `goes_on`: the next paragraph begins
/// with a mark, as one does when the quotation runs on and opens anew. O(marks).
///
/// Viterbi's algorithm (1967) over seven states: which marks are open, and in which order. A mark
/// that is lost costs a penalty and no more, so it cannot turn those behind it. Setting a mark as
/// it was read only raises the score of that reading: what was repaired reads the same again.
void pair_quotes(std::span<QuoteMark> marks, std::span<const QuoteScores> scores, bool goes_on);

}  // namespace palimpsest
