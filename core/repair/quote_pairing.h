// The likeliest roles of all marks of a paragraph together: what stands beside each mark, and that
// what opens is closed.
#pragma once

#include <span>
#include <vector>

#include "repair/quote_scores.h"

namespace palimpsest {

/// Whether the next paragraph begins with marks, as one does when the quotation runs on and opens
/// anew.
struct QuotesGoOn {
  bool doubles = false, singles = false;
};

/// Viterbi's algorithm (1967) over eight states: which marks are open, and in which order. A mark
/// that is lost costs a penalty and no more, so it cannot turn those behind it. Setting a mark as
/// it was read only raises the score of that reading: what was repaired reads the same again.
class QuotePairing {
 public:
  /// Sets `role` and `unmatched` of the marks of one paragraph. O(marks).
  void pair(std::span<QuoteMark> marks, std::span<const QuoteScores> scores, QuotesGoOn goes_on);

 private:
  struct Back {
    std::uint8_t from[8], role[8];  // per state: the state before, and what the mark then was
  };
  std::vector<Back> back_;
};

}  // namespace palimpsest
