// What a cause of difference is: a test of one hunk, and one row of causes.def.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "compare/small_code.h"
#include "compare/version.h"

namespace palimpsest {

struct Hunk;

enum class Cause : std::uint8_t {
#define CAUSE(name, ...) name,
#include "compare/causes.def"
};

/// Ordered: what matters more comes later.
enum class CauseGroup : std::uint8_t { damage, style, wording, meaning };

/// What a hunk is in which the words are the same; bits.
enum class Noise : std::uint16_t {
  mojibake = 1,
  quote = 2,  // another quote mark or apostrophe
  dash = 4,
  number = 8,      // another way to write the number
  joined = 16,     // a blank where the other has none
  blanks = 32,     // more or other blanks
  paragraph = 64,  // a line end that the other has not
  invisible = 128  // zero-width characters
};

/// What both texts together tell of the change from one to the other; the causes of single hunks
/// lean on it.
struct Evidence {
  std::uint32_t hunks = 0;
  std::uint32_t overwritten =
      0;  // names that stand where the other text has a pronoun or a small word
  bool old_is_overwritten() const { return overwritten >= 3 && overwritten * 8 >= hunks; }
};

/// What a hunk looks like before its words are read; bits. A hunk has one.
namespace shape {
enum : std::uint8_t {
  moved = 1,     // a move, or an end of one
  noise = 2,     // the words are the same
  replaced = 4,  // both sides have words
  added = 8,
  removed = 16,
  words = replaced | added | removed
};
}
inline constexpr std::size_t shape_count = 5;

/// One hunk and where it stands. Views: it lives while both versions do.
struct Difference {
  const Version& a;
  const Version& b;
  const Hunk& hunk;
  const Evidence& evidence;
};

struct CauseRule {
  Cause cause;
  CauseGroup group;
  std::uint8_t shapes;  // of the hunks that are asked
  std::uint32_t needs;  // classes of Words::noted, one of which some word must have
  std::string_view name, title, explanation;
  bool (*matches)(const Difference&);  // pure
  std::string (*why)(
      const Difference&);  // a sentence that names both values; empty: the explanation
};

/// The rows of causes.def, in order.
std::span<const CauseRule> cause_rules();
const CauseRule& rule_of(Cause cause);
std::string_view name_of(CauseGroup group);
std::string_view title_of(CauseGroup group);

/// Looks up the words of a hunk, unless it is noise; before anything is asked of it.
void note_words(const Version& a, const Version& b, Hunk& hunk);

/// Sets the cause and the chain of causes of a hunk: the first row that matches, and, where that
/// one is no damage, the damage that brought it about.
void find_cause(const Version& a, const Version& b, const Evidence& evidence, Hunk& hunk);

/// The group that counts for the reader: that of the hunk's cause.
CauseGroup group_of(const Hunk& hunk);

/// A cause's file defines `causes::<name>::matches` and `why`.
namespace causes {
#define CAUSE(name, ...)                         \
  namespace name {                               \
  bool matches(const Difference&);               \
  SMALL_CODE std::string why(const Difference&); \
  }
#include "compare/causes.def"
}  // namespace causes

}  // namespace palimpsest
