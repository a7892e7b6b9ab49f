// The faces of a comparison: JSON, and formats to read or to keep.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compare/compare.h"
#include "export/json.h"

namespace palimpsest {

/// A comparison and the two versions that it is of. Views.
struct Compared {
  const Version& a;
  const Version& b;
  const Comparison& comparison;
};

/// A row of comparison_formats.def; the name is what --format takes.
struct ComparisonFormat {
  std::string_view name, title;
  std::string (*write)(const Compared&, const ExportOptions&);
};
std::span<const ComparisonFormat> comparison_formats();

/// Null if there is no such format.
const ComparisonFormat* comparison_format_named(std::string_view name);

/// The causes and their groups, for the catalog.
Json causes_json();

namespace formats {
#define COMPARISON_FORMAT(name, ...) \
  std::string comparison_##name(const Compared&, const ExportOptions&);
#include "export/comparison_formats.def"
}  // namespace formats

}  // namespace palimpsest
