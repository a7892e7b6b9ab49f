// Names that are dates: what the tagger takes for a name though the grammar knows better.
#pragma once

#include <span>
#include <vector>

#include "entity/tagger.h"
#include "entity/terms.h"

namespace palimpsest {

/// The names but those that are a date from end to end: "Tuesday", "September 11, 2001", "Memorial
/// Day", "Fiscal Year 2007". A month alone stays a name ("April"), and so does what stands between
/// quotation marks. `names` in order; O(n).
std::vector<NameSpan> without_dates(const Terms& terms, std::span<const NameSpan> names);

}  // namespace palimpsest
