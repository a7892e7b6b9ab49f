// From a source text to its clean text, with every difference as a change that can be explained and
// undone.
#pragma once

#include <string>
#include <vector>

#include "decode/decode.h"
#include "repair/options.h"
#include "repair/rule.h"
#include "text/offset_map.h"

namespace palimpsest {

/// A difference between source and clean text as the reader sees it: one edit, or several that met
/// in one place. What stood there is `source.of(source text)`; what stands there now is
/// `clean.of(clean text)`.
struct Change {
  SourceSpan source;
  CleanSpan clean;
  std::uint64_t kinds = 0;      // bit per RepairKind: all that took part
  RepairKind kind{};            // the first that took part
  Safety safety{};              // the least of those that took part
  std::uint8_t confidence = 0;  // per cent, likewise
  std::uint8_t detail = 0;      // of `kind`
};

/// Something proposed but not applied: `text` would replace `clean`. Its span may hold applied
/// changes.
struct Suggestion {
  Change change;
  std::string text;
};

/// Another reading for a change (index into Cleaned::changes) or a suggestion (changes.size() +
/// index).
struct ChangeReading {
  std::uint32_t change;
  std::uint8_t confidence;
  std::string text;
};

struct Cleaned {
  std::string text;
  std::vector<Change> changes;          // applied; sorted, apart from each other in both texts
  std::vector<Suggestion> suggestions;  // sorted by clean span
  std::vector<ChangeReading> readings;  // sorted by change

  OffsetMap map() const;
};

/// Runs the stages until they propose nothing more (at most max_rounds times), so that repairing
/// the clean text again proposes nothing. Time O(n) per round; clean text takes one.
Cleaned repair(const Source& source, const RepairOptions& options = {});

inline constexpr int max_rounds = 8;

/// The clean text with only the changes that `keep` says (one entry per change). The law of
/// changes: keeping all gives the clean text, keeping none gives the source.
std::string apply_changes(std::string_view source, const Cleaned& cleaned,
                          const std::vector<bool>& keep);

}  // namespace palimpsest
