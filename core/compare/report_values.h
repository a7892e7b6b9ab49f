// Numbers and dates of two reports: whether they can be held against each other, and whether they
// say the same.
#pragma once

#include <cstdint>

#include "compare/report_text.h"

namespace palimpsest {

enum class Held : std::uint8_t { same, different, unknown };

/// "Saturday" against 2017-01-28, "2016" against "May 2016", "12" against "a dozen", "two weeks"
/// against "ten days". Unknown where they say different kinds of things ("this week" against
/// "Friday", $5 against 5 percent) or may be said of one number ("some 4,000" and 3,950, "more than
/// 50" and 60).
Held hold_values(const ReportText& a, const ReportUnit& x, const ReportText& b,
                 const ReportUnit& y);

}  // namespace palimpsest
