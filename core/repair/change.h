// A difference between source and clean text as the reader sees it, and the clean text that such
// differences make.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "repair/rule.h"
#include "text/offset_map.h"

namespace palimpsest {

inline constexpr std::size_t repair_count = 0
#define REPAIR(...) +1
#include "repair/repairs.def"
    ;

enum class RestorationKind : std::uint8_t;  // the rows of restore/restorations.def

/// What asked for a change: a row of one of the two tables. Rows of repairs come first.
class ChangeKind {
 public:
  constexpr ChangeKind() = default;
  constexpr ChangeKind(RepairKind kind) : row_(static_cast<std::uint8_t>(kind)) {}
  constexpr ChangeKind(RestorationKind kind)
      : row_(static_cast<std::uint8_t>(repair_count + static_cast<std::size_t>(kind))) {}

  constexpr bool is_repair() const { return row_ < repair_count; }
  /// Of a repair.
  constexpr RepairKind repair() const { return static_cast<RepairKind>(row_); }
  /// Of a restoration.
  constexpr RestorationKind restoration() const {
    return static_cast<RestorationKind>(row_ - repair_count);
  }
  /// Counts through both tables.
  constexpr std::size_t index() const { return row_; }
  bool operator==(const ChangeKind&) const = default;

 private:
  std::uint8_t row_ = 0;
};

inline constexpr std::size_t most_change_kinds = 96;
using ChangeKinds = std::bitset<most_change_kinds>;

/// One edit, or several that met in one place. What stood there is `source.of(source text)`; what
/// stands there now is `clean.of(clean text)`.
struct Change {
  SourceSpan source;
  CleanSpan clean;
  ChangeKinds kinds;            // all that took part, by index()
  ChangeKind kind;              // a restoration if one took part, else the first that did
  Safety safety{};              // the least of those that took part
  std::uint8_t confidence = 0;  // per cent, likewise
  std::uint8_t detail = 0;      // of `kind`, where that is a repair
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

/// What a restoration believes was overwritten: a mention of somebody or something, or so many
/// words and marks.
struct Lost {
  enum class What : std::uint8_t { mention, words };
  What what = What::words;
  std::uint16_t count = 1;
  bool operator==(const Lost&) const = default;
};

std::string_view name_of(Lost::What what);

/// What a restoration says of itself; `change` as in ChangeReading.
struct ChangeNote {
  std::uint32_t change;
  Lost lost;
  std::string why;
};

struct Cleaned {
  std::string text;
  std::vector<Change> changes;          // applied; sorted, apart from each other in both texts
  std::vector<Suggestion> suggestions;  // sorted by clean span
  std::vector<ChangeReading> readings;  // sorted by change
  std::vector<ChangeNote> notes;        // sorted by change, at most one each

  OffsetMap map() const;
  /// Of a change or suggestion, numbered as in ChangeReading; null where nothing is noted.
  /// O(log notes).
  const ChangeNote* note_of(std::size_t change) const;
};

/// The clean text with only the changes that `keep` says (one entry per change). The law of
/// changes: keeping all gives the clean text, keeping none gives the source.
std::string apply_changes(std::string_view source, const Cleaned& cleaned,
                          const std::vector<bool>& keep);

/// `first`, then `second`, whose source is the clean text of `first`. Changes that share a
/// character become one; it keeps the readings of `second`, or those of an untouched one of
/// `first`. Suggestions are those of `second`, which alone knows the text. O(both).
Cleaned then(Cleaned first, Cleaned second);

/// Drops changes that undid each other and left no difference. O(changes).
void drop_equal(std::string_view source, Cleaned& cleaned);

/// A suggestion with what belongs to it, until the order of all is known.
struct Proposed {
  Suggestion suggestion;
  std::vector<std::pair<std::uint8_t, std::string>> readings;  // confidence, text
  std::vector<ChangeNote> note = {};                           // one or none; `change` is not set
};

/// Sets the suggestions of `cleaned`: sorted, and of those that overlap the one that begins first,
/// then the one that was proposed first. O(n log n).
void add_suggestions(std::vector<Proposed> proposed, Cleaned& cleaned);

/// Takes the suggestions of `cleaned` out again.
std::vector<Proposed> take_suggestions(Cleaned& cleaned);

}  // namespace palimpsest
