// The words that the tagger reads: tokens joined where a name needs it.
//
//     U.S.  Mr.  AT&T  4,000  O'Brien    one unit
//     Trump | 's      pro | - | Russia   several
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "token/token.h"

namespace palimpsest {

struct NameUnit {
  CleanSpan span;
  bool glued = false;       // no blank before it
  bool letters = false;     // it holds a letter
  bool possessive = false;  // 's
};

/// Units of the sentences, and where each chain of units begins: a chain is a sentence, or a part
/// of one too long for one (400 units: no real sentence comes near).
struct Units {
  std::vector<NameUnit> units;
  std::vector<std::uint32_t> chains;  // first unit of each; no chain is empty
  std::uint32_t chain_end(std::size_t chain) const {
    return chain + 1 < chains.size() ? chains[chain + 1] : static_cast<std::uint32_t>(units.size());
  }
};

/// `sentences` in order, not overlapping. O(tokens).
Units cut_units(std::string_view text, const Tokens& tokens, std::span<const CleanSpan> sentences);

}  // namespace palimpsest
