// What a repair rule is: a pure function from a passage to proposed edits, and one row of
// repairs.def.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "repair/habits.h"
#include "repair/options.h"
#include "repair/quote_marks.h"
#include "repair/stretches.h"
#include "repair/wide_blank.h"
#include "text/span.h"
#include "token/token.h"

namespace palimpsest {

enum class RepairKind : std::uint8_t {
#define REPAIR(name, ...) name,
#include "repair/repairs.def"
};
enum class Stage : std::uint8_t {
  characters,
  layout,
  words,
  quotes
};  // each reads the text the last one left
enum class Safety : std::uint8_t {
  suggestion,
  likely,
  safe
};  // ordered; a suggestion is not applied
enum class Group : std::uint8_t { characters, layout, quotes, numbers, gaps, restore };

/// What a rule reads: a text as repaired so far, cut into tokens, and what was counted in it.
/// Views: it lives for one stage.
struct Passage {
  std::string_view text;
  const Tokens& tokens;
  const Habits& habits;
  const RepairOptions& options;

  std::string_view of(std::size_t token) const { return tokens.of(text, token); }

  // Readings of the whole text that several rules share: made when the first of them asks.

  /// What each quotation mark is.
  const std::vector<QuoteMark>& quote_marks() const;
  /// Where a tokeniser set its blanks.
  const std::vector<TokenRange>& tokenised_stretches() const;
  /// What runs of several blanks mean.
  const std::vector<WideBlank>& wide_blanks() const;

  mutable std::optional<std::vector<QuoteMark>> quote_marks_ = {};
  mutable std::optional<std::vector<TokenRange>> stretches_ = {};
  mutable std::optional<std::vector<WideBlank>> wide_blanks_ = {};
};

/// One replacement and who asked for it. The new text lies in the Edits that holds it.
struct Edit {
  CleanSpan span;                // empty for an insertion
  std::uint32_t text_begin = 0;  // replacement, in Edits
  std::uint16_t text_size = 0;   // 0 for a deletion
  RepairKind kind{};
  Safety safety{};
  std::uint8_t confidence = 0;  // per cent
  std::uint8_t detail = 0;      // the rule's own number, for its `why`
};

/// Another reading of an edit's place, for the reader to choose.
struct Reading {
  std::uint32_t edit;       // index into the Edits that holds it
  std::uint8_t confidence;  // per cent
  std::string text;
};

/// The edits that a rule proposes, sorted and not overlapping; replacements share one string.
class Edits {
 public:
  /// `replacement` longer than 64 KiB is refused: the edit is dropped (no repair writes that much).
  void add(CleanSpan span, std::string_view replacement, std::uint8_t confidence,
           std::uint8_t detail = 0);
  /// The same, but never applied by itself: a suggestion whatever the row says.
  void suggest(CleanSpan span, std::string_view replacement, std::uint8_t confidence,
               std::uint8_t detail = 0);
  /// Adds a reading to the edit added last.
  void add_reading(std::string_view text, std::uint8_t confidence);

  std::string_view replacement(const Edit& edit) const {
    return std::string_view(text_).substr(edit.text_begin, edit.text_size);
  }
  const std::vector<Edit>& edits() const { return edits_; }
  const std::vector<Reading>& readings() const { return readings_; }

  /// Whose edits the next ones are; the caller of the rules sets it.
  void begin_rule(RepairKind kind, Safety safety) { kind_ = kind, safety_ = safety; }
  /// Sorts by place and drops overlaps: of two edits that share a character, or insert at one
  /// place, the earlier row wins, applied ones before suggestions. Edits that change nothing in
  /// `text` are dropped. O(n log n).
  void settle(std::string_view text);

 private:
  std::string text_;
  std::vector<Edit> edits_;
  std::vector<Reading> readings_;
  RepairKind kind_{};
  Safety safety_{};
};

/// What `why` is asked about: the texts before and after, and the rule's own number.
struct Explained {
  std::string_view before, after;
  std::uint8_t detail = 0;
};

struct RepairRule {
  RepairKind kind;
  Stage stage;
  Group group;
  Safety safety;
  std::string_view name, title, explanation;
  void (*find)(const Passage&, Edits&);  // pure: the same passage gives the same edits
  std::string (*why)(const Explained&);  // a sentence; empty: the row's explanation
};

/// The rows of repairs.def, in order.
std::span<const RepairRule> repair_rules();
const RepairRule& rule_of(RepairKind kind);
std::string_view name_of(Group group);
std::string_view title_of(Group group);
std::string_view name_of(Safety safety);
std::string_view name_of(Stage stage);

/// A rule's file defines `rules::<name>::find`, and `why` where the row's explanation is not
/// enough.
namespace rules {
#define REPAIR(name, ...)            \
  namespace name {                   \
  void find(const Passage&, Edits&); \
  std::string why(const Explained&); \
  }
#include "repair/repairs.def"
}  // namespace rules

}  // namespace palimpsest
