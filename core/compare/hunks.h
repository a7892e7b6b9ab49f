// From an alignment to hunks: spans of bytes that read well.
#pragma once

#include <vector>

#include "compare/compare.h"

namespace palimpsest {

/// The hunks of an alignment, without causes, in order; those inside a moved passage follow its
/// own.
std::vector<Hunk> find_hunks(const Version& a, const Version& b, const Alignment& alignment);

}  // namespace palimpsest
