// What a restoration rule is: a function from a damaged text and all that is known of it to the
// places where something else stood, and one row of restorations.def.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/entity.h"
#include "entity/mention.h"
#include "model/model.h"
#include "repair/change.h"
#include "restore/version_reading.h"
#include "text/offset_map.h"
#include "text/span.h"
#include "token/token.h"

namespace palimpsest {

class RestoreModel;   // restore/restore_model.h
struct SolvedPlaces;  // restore/places.h

enum class RestorationKind : std::uint8_t {
#define RESTORATION(name, ...) name,
#include "restore/restorations.def"
};

/// Another text that is at hand, repaired and cut up: a version of the same text, or another report
/// of the same event.
struct Companion {
  std::string text;
  Tokens tokens;
  std::vector<CleanSpan> paragraphs, sentences;
  std::vector<Mention> mentions;  // of a report; a version has none
  std::vector<Entity> entities;
};

/// What a rule reads: the repaired text with what was found in it, and what was at hand to find it.
/// Views: it lives for one round.
struct DamagedText {
  std::string_view text;
  const Tokens& tokens;
  std::span<const CleanSpan> paragraphs, sentences;
  std::span<const Mention> mentions;  // in the order of the text, outer ones first
  std::span<const Entity> entities;
  std::string_view source;  // as it came: its runs of blanks were tokens and carry distances
  const OffsetMap& map;     // from `source` to `text`
  std::span<const Change> changes;    // of `map`, with what asked for them
  const Model* model;                 // may be null
  const RestoreModel* restore_model;  // may be null
  const Companion *version, *report;  // null: none is at hand

  std::string_view of(std::size_t token) const { return tokens.of(text, token); }
  std::string_view of(CleanSpan span) const { return span.of(text); }

  // Readings that several rules share: made when the first of them asks.

  /// What the version tells.
  const VersionReading& version_reading() const;

  mutable std::optional<VersionReading> version_reading_ = {};

  /// The places that were written over, all of one puzzle: found when the first rule asks.
  const SolvedPlaces& places() const;
  mutable std::shared_ptr<const SolvedPlaces> places_ = {};
};

/// Where words are known to be missing and no guess is good enough.
inline constexpr std::string_view gap_mark = "[…]";

/// A reading of a place, for the reader to choose.
struct Guess {
  std::string text;
  std::uint8_t confidence = 0;  // per cent
};

/// One place of the damaged text: what stood there, what was lost, and why that is believed.
struct Restoration {
  CleanSpan span;    // what was written over it, in DamagedText::text; empty: it is only missing
  std::string text;  // what stands there afterwards; gap_mark for an honest gap
  Safety safety = Safety::likely;  // a suggestion is shown but not applied
  std::uint8_t confidence = 0;     // per cent
  Lost lost = {};
  std::vector<Guess> suggestions = {};  // other readings, best first
  std::string why = {};                 // a sentence; empty: the row's explanation
  RestorationKind kind{};               // set by who asks the rules
};

struct RestorationRule {
  RestorationKind kind;
  Safety safety;  // the most that one of its restorations may have
  std::string_view name, title, explanation;
  std::vector<Restoration> (*find)(const DamagedText&);  // pure; in any order, may overlap
};

/// The rows of restorations.def, in order.
std::span<const RestorationRule> restoration_rules();
const RestorationRule& rule_of(RestorationKind kind);

/// A rule's file defines `rules::<name>::find`.
namespace rules {
#define RESTORATION(name, ...)                       \
  namespace name {                                   \
  std::vector<Restoration> find(const DamagedText&); \
  }
#include "restore/restorations.def"
}  // namespace rules

}  // namespace palimpsest
