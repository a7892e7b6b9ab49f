// A document as pieces that were kept and pieces that were changed, in the order of the text.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace palimpsest {

/// Kept: `before` and `after` are equal and `change` is no_index. Changed: what stood in the
/// source, what stands in the clean text, and the index into Cleaned::changes. Views into the
/// document.
struct Segment {
  std::string_view before, after;
  CleanSpan clean;
  std::uint32_t change = no_index;
};

std::vector<Segment> segments_of(const Document& doc);

}  // namespace palimpsest
