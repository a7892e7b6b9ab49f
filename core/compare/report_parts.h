// The parts of a comparison of reports beside links and conflicts. Inside compare/.
#pragma once

#include <vector>

#include "compare/report.h"
#include "compare/report_quotes.h"

namespace palimpsest {

/// Fills `both`, `only_a` and `only_b`; links, conflicts and entities must be there. O(n log n).
void find_facts(const ReportText& a, const ReportText& b, const std::vector<QuotePair>& quotes,
                ReportComparison& result);

/// Who is quoted, how often, with which verbs; needs the entities. O(n log n).
std::vector<Voice> find_voices(const ReportText& a, const ReportText& b,
                               const std::vector<SharedEntity>& entities);

/// Needs links and voices. O(n log n).
Framing find_framing(const std::vector<SentenceLink>& links, const std::vector<Voice>& voices);

/// In the order of the first text. O(n).
std::vector<Borrowed> find_borrowed(const ReportText& a, const ReportText& b);

/// Of each sentence of the first text the closest of the second if that finds it the closest, too:
/// indices of links.
std::vector<std::uint32_t> mutual_links(const std::vector<SentenceLink>& links);

}  // namespace palimpsest
