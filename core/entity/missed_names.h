// Names that the tagger did not see although the words beside them, or their own, leave no doubt.
#pragma once

#include <vector>

#include "entity/finder.h"

namespace palimpsest {

/// The tagger's names and, where it was silent, persons behind a title ("President Moon Jae-in",
/// "Mr. Stronach"), bodies by their last word ("the Foreign Ministry"), al-Qaeda, and states by
/// their letters ("US"). In order, none overlapping. O(n).
std::vector<NameSpan> with_missed_names(const NamedText& text);

}  // namespace palimpsest
