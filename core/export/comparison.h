// The faces of a comparison: JSON, and formats to read or to keep.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// The hunks as numbers, for long texts whose JSON would take longer than the comparison: for each
/// its operation (replace, insert, delete, move), its cause (a row of the catalog), the spans in
/// the first and in the second text, and its move: that which it is an end of, or -2 less that
/// which it is inside, or -1.
std::vector<std::int32_t> comparison_spans(const Compared& compared,
                                           const ExportOptions& options = {});
inline constexpr std::size_t span_numbers = 7;

/// The causes and their groups, for the catalog.
Json causes_json();

namespace formats {
#define COMPARISON_FORMAT(name, ...) \
  std::string comparison_##name(const Compared&, const ExportOptions&);
#include "export/comparison_formats.def"
}  // namespace formats

}  // namespace palimpsest
