// Numbers and dates of two reports: whether they can be held against each other, and whether they
// say the same.
#pragma once

#include <cstdint>

#include "compare/report_text.h"

namespace palimpsest {

enum class Held : std::uint8_t { same, different, unknown };

/// "Saturday" against 2017-01-28, "2016" against "May 2016", "12" against "a dozen". Unknown where
/// they say different kinds of things ("this week" against "Friday", $5 against 5 percent) or where
/// one is a rounding of the other ("some 4,000" against 3,950).
Held hold_values(const ReportText& a, const ReportUnit& x, const ReportText& b,
                 const ReportUnit& y);

}  // namespace palimpsest
