// From a source text to its clean text, with every difference as a change that can be explained and
// undone.
#pragma once

#include "decode/decode.h"
#include "repair/change.h"
#include "repair/options.h"

namespace palimpsest {

/// Runs the stages until they propose nothing more (at most max_rounds times), so that repairing
/// the clean text again proposes nothing. Time O(n) per round; clean text takes one.
Cleaned repair(const Source& source, const RepairOptions& options = {});

inline constexpr int max_rounds = 8;

}  // namespace palimpsest
