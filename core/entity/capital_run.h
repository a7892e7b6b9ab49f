// Runs of capitalised words, for names that the tagger did not see.
#pragma once

#include "entity/words_beside.h"

namespace palimpsest {

/// The run of capitalised words and numbers that ends with token `last`, small links inside it
/// ("the Fair and Accurate Credit Act") included; from `last` alone if nothing belongs to it. A run
/// that fills its sentence from the begin is a headline or a shout as easily as a name: then empty.
CleanSpan capital_run_ending_at(const NamedText& text, std::size_t last);

}  // namespace palimpsest
