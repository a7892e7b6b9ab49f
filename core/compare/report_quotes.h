// Quotations that both reports have, and who is said to have spoken them.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/report.h"
#include "compare/report_text.h"

namespace palimpsest {

struct QuotePair {
  std::uint32_t a = 0, b = 0;  // indices of quotes
  double share = 0;            // of the shorter one's weight, 0 to 1
  double share_of_longer = 0;
};

/// Quotations of the same words, each in one pair at most, in the order of the first text. O(n).
std::vector<QuotePair> pair_quotes(const ReportText& a, const ReportText& b);

/// The name of a quote's speaker as it stands at the quote; empty for a pronoun or for nobody.
std::string_view named_speaker(const ReportText& r, const Quote& quote);

/// The units that begin in a span. O(log n).
struct UnitRange {
  std::uint32_t first, last;
};
UnitRange units_in(const ReportText& r, CleanSpan span);

}  // namespace palimpsest
