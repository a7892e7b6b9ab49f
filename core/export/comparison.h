// The faces of a comparison: JSON, and formats to read or to keep.
#pragma once

#include <string>
#include <string_view>

#include "compare/compare.h"
#include "export/json.h"

namespace palimpsest {

/// "palimpsest/comparison@1".
std::string comparison_json(const Version& a, const Version& b, const Comparison& comparison,
                            const ExportOptions& options = {});

/// The causes and their groups, for the catalog.
Json causes_json();

}  // namespace palimpsest
