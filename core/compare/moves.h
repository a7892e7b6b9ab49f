// Passages that stand elsewhere in the second version.
#pragma once

#include <vector>

#include "compare/align.h"
#include "compare/gaps.h"

namespace palimpsest {

/// Sentences and paragraphs that lie in hunks of both versions; `runs` is the settled alignment. In
/// order in the first version, overlapping in neither. O(units in hunks).
std::vector<MovedBlock> find_moves(const Version& a, const Version& b, const std::vector<Run>& runs,
                                   Work& work, GapMemory& memory);

}  // namespace palimpsest
