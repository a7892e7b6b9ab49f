// Two versions of one text: what changed between them, piece by piece, why, and whether the meaning
// changed with it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/align.h"
#include "compare/cause.h"
#include "compare/version.h"

namespace palimpsest {

/// As JSON has them; a moved passage's ends are `remove` and `insert`.
enum class Operation : std::uint8_t { replace, insert, remove, move };
std::string_view name_of(Operation operation);

/// Letters of a replaced word that changed.
struct Letters {
  OldSpan a;
  NewSpan b;
};

/// One change as a reader would mark it. A hunk begins and ends between words. A moved passage is
/// three hunks: the move, which links both places, its removal and its insertion; what changed
/// inside it are hunks too. So the hunks that are no move and in no move make the second text out
/// of the first.
struct Hunk {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  Operation operation = Operation::replace;
  OldSpan a;  // may begin or end with blanks; empty for an insertion
  NewSpan b;
  Range units;                // the units in it
  std::uint32_t move = none;  // the hunk of the move that this is an end of, or inside
  bool moved = false;         // an end: here the passage was, or here it is now
  std::uint16_t noise = 0;    // bits of Noise, where both sides have equal keys
  Cause cause{};
  std::uint64_t causes = 0;  // a bit per row of causes.def: all that it is
  // Of words.def, of any word of a side, and what Words::noted adds; all bits where nobody looked.
  std::uint32_t old_classes = 0xFFFFFFFF, new_classes = 0xFFFFFFFF;

  bool is_move() const { return operation == Operation::move; }
  bool is_inside_move() const { return move != none && !moved; }
};

struct Comparison {
  std::vector<Hunk> hunks;  // in the order of the first text, then of the second
  double similarity = 0;    // 0 to 1: the weight of what was kept, twice, of the weight of both
  bool reduced = false;     // the budget of work ended before the work did
  std::uint64_t work = 0;
  Evidence evidence;
};

/// Compares two versions. The same versions give the same answer on every machine. O(n).
Comparison compare_versions(const Version& a, const Version& b);

/// The letters that changed in a hunk that replaces one word by a like one; empty for any other,
/// and for numbers and names, which are read whole.
SMALL_CODE std::vector<Letters> changed_letters(const Version& a, const Version& b,
                                                const Hunk& hunk);

/// How many hunks have which cause, and what can be said of all.
struct Summary {
  std::vector<std::uint32_t> causes;  // per row of causes.def
  std::uint32_t groups[4] = {};       // per CauseGroup
  std::string_view verdict;  // "nothing but damage", "nothing but style", "the same text" or empty
};
Summary summarize(const Comparison& comparison);

}  // namespace palimpsest
