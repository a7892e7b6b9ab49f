// What a reader decided about repairs and restorations, carried out: changes put back, suggestions
// taken, other readings chosen.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "decode/decode.h"
#include "repair/change.h"

namespace palimpsest {

/// What was decided about one place of the source. A change is known by its place and its kind, so
/// that a decision outlives the numbering of changes.
struct Decision {
  SourceSpan place = {};
  std::string kind = {};    // of the change; a decision about something else keeps its own word
  std::string before = {};  // what stood there when it was decided
  bool kept = true;         // false: put back
  /// The reading that was taken instead of the proposed one.
  std::optional<std::string> chosen = std::nullopt;
};

/// `cleaned` as the reader wants it. A change that is put back becomes a suggestion, because it is
/// proposed and not applied; a suggestion that is kept becomes a change and takes the place of the
/// changes under it. Decisions about nothing that is there are left alone. O(n log n).
Cleaned decide(const Source& source, Cleaned cleaned, const std::vector<Decision>& decisions);

}  // namespace palimpsest
