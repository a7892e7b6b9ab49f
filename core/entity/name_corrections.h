// What a whole text and plain rules know better than the tagger, which reads sentence by sentence.
#pragma once

#include <vector>

#include "entity/finder.h"

namespace palimpsest {

/// The tagger's names, corrected: without what is no part of a name ("Trump-era", "President
/// Trump"), two where two were glued ("Russia Russia"), without the pronoun of a shout ("TELL US
/// WHY"), and with the kind that the same name has elsewhere in the text with more certainty. In
/// order, none overlapping. O(n log n).
std::vector<NameSpan> correct_names(const NamedText& text);

}  // namespace palimpsest
