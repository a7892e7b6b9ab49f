// What a finder is: a function from a text to the mentions of one kind, and one row of
// entities.def.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entity/mention.h"
#include "entity/reader_name.h"
#include "entity/tagger.h"
#include "entity/terms.h"
#include "model/model.h"
#include "token/token.h"

namespace palimpsest {

/// What a finder reads. Views: it lives while mentions are found.
struct NamedText {
  std::string_view text;
  const Tokens& tokens;
  std::span<const CleanSpan> paragraphs, sentences;
  std::span<const NameSpan> names;  // what the tagger found, in order; none without a model
  const Model* model;               // may be null
  const Terms* terms = nullptr;     // for the grammar of dates and amounts; find_mentions sets it

  std::string_view of(std::size_t token) const { return tokens.of(text, token); }
  std::string_view of(CleanSpan span) const { return span.of(text); }
};

/// The mentions that the finders propose.
class Mentions {
 public:
  /// A mention of the finder's kind. `nests`: it may lie around or inside another one.
  void add(CleanSpan span, std::uint8_t confidence, std::string why = {}, bool nests = false);
  /// What the mention that was added last comes to: see Mention::value.
  void set_value(std::string value);
  /// A mention of another kind that belongs to the one just added (the person inside "the Obama
  /// administration").
  void add_other(EntityKind kind, CleanSpan span, std::uint8_t confidence, std::string why = {});
  /// A role and the person's mention that holds it. It is dropped with its holder.
  void add_role(CleanSpan span, CleanSpan holder, std::uint8_t confidence, std::string why = {});
  /// What the one just added stands for besides its kind.
  void set_facet(Facet facet);

  const std::vector<Mention>& found() const { return found_; }
  void begin_finder(EntityKind kind) { kind_ = kind; }
  /// In the order of the text, longer ones first, without those that an earlier row forbids: of two
  /// that cross, or have the same span, the earlier row stays; one inside another stays if either
  /// nests. `inside` and `holder` are set. O(n log n).
  std::vector<Mention> settle() &&;

 private:
  std::vector<Mention> found_;
  std::vector<bool> nests_;
  std::vector<CleanSpan> holders_;  // of roles; empty for all else
  EntityKind kind_{};
};

struct EntityFinder {
  EntityKind kind;
  void (*find)(const NamedText&, Mentions&);  // pure
};
std::span<const EntityFinder> entity_finders();

/// A finder's file defines `finders::<name>::find`.
namespace finders {
#define ENTITY(name, ...)                 \
  namespace name {                        \
  void find(const NamedText&, Mentions&); \
  }
#include "entity/entities.def"
}  // namespace finders

}  // namespace palimpsest
