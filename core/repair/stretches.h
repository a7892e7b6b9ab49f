// Which parts of a text a tokeniser wrote: it sets blanks around marks ("Trump , he said ."). The
// whole text, one paragraph of it, or a few sentences.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "token/token.h"

namespace palimpsest {

/// Tokens `first` up to, not with, `last`.
struct TokenRange {
  std::uint32_t first, last;
  bool operator==(const TokenRange&) const = default;
};

/// Sorted, apart from each other; empty for a clean text. `marks` are the token numbers of all
/// marks and line breaks. O(marks).
std::vector<TokenRange> find_tokenised_stretches(std::string_view text, const Tokens& tokens,
                                                 const std::vector<std::uint32_t>& marks);

}  // namespace palimpsest
