// What both texts together tell of how one became the other.
#pragma once

#include <vector>

#include "compare/compare.h"

namespace palimpsest {

/// O(hunks).
Evidence find_evidence(const Version& a, const Version& b, const std::vector<Hunk>& hunks);

}  // namespace palimpsest
