// Tested by tests/core/document_export_test.cpp.
#include "export/segments.h"

namespace palimpsest {

std::vector<Segment> segments_of(const Document& doc) {
  std::vector<Segment> segments;
  const std::string_view source = doc.source.text, clean = doc.cleaned.text;
  std::uint32_t at = 0;
  const auto keep_until = [&](std::uint32_t end) {
    if (end == at) return;
    const CleanSpan kept{at, end};
    segments.push_back({kept.of(clean), kept.of(clean), kept});
  };
  for (std::uint32_t i = 0; i < doc.cleaned.changes.size(); ++i) {
    const Change& change = doc.cleaned.changes[i];
    keep_until(change.clean.begin);
    segments.push_back({change.source.of(source), change.clean.of(clean), change.clean, i});
    at = change.clean.end;
  }
  keep_until(static_cast<std::uint32_t>(clean.size()));
  return segments;
}

}  // namespace palimpsest
