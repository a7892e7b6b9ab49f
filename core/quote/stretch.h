// What stands between quotation marks.
//
//     “He told me ‘no.’ Then he left,” she said.
//     [           (    )             ]              ( ) lies inside [ ]
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "entity/mention.h"
#include "token/token.h"

namespace palimpsest {

struct QuotedStretch {
  CleanSpan span;                   // with its marks
  CleanSpan inner;                  // without them
  std::uint32_t parent = no_index;  // the stretch around it
  std::uint32_t paragraph = 0;
  bool runs_on = false;  // not closed at its paragraph's end: the next paragraph goes on with it
};

/// In the order of the text, an outer one before those inside it. A mark without its counterpart
/// opens a stretch up to the end of its paragraph; or up to the closing mark of a later one, if no
/// mark opens in between. O(n).
std::vector<QuotedStretch> find_stretches(std::string_view text, const Tokens& tokens,
                                          std::span<const CleanSpan> paragraphs);

}  // namespace palimpsest
