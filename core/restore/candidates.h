// The spans that may have been written over other words: what stands at one place at least besides,
// letter by letter.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cluster/entity.h"
#include "restore/cells.h"
#include "restore/rule.h"

namespace palimpsest {

/// A mention by the cells it covers.
struct CellMention {
  std::uint32_t begin = 0, end = 0;  // cells
  std::uint32_t mention = no_index;
};

struct Candidate {
  std::uint32_t begin = 0, end = 0;      // cells
  std::uint32_t string = 0;              // its text: equal for equal texts, counted from 0
  std::uint16_t count = 0, ordinal = 0;  // uses of the text; those before this one
  std::uint32_t mention = no_index;      // that it is, or that it ends with
  bool exact = false;                    // it is that mention
};

struct Candidates {
  std::vector<Candidate> list;  // by begin, then by end
  std::uint32_t strings = 0;
  std::vector<CellMention> mentions;      // by begin, then longer first
  std::vector<std::uint32_t> mention_at;  // of each cell: index of the first that begins there
};

/// The longest text of a candidate, in cells.
inline constexpr std::uint32_t max_candidate = 14;

/// O(cells).
Candidates find_candidates(const DamagedText& text, const Cells& cells);

}  // namespace palimpsest
