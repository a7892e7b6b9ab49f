// Which blanks go with a quotation mark: those a tokeniser set between it and what it quotes.
#pragma once

#include <span>

#include "repair/quote_marks.h"

namespace palimpsest {

/// Sets `takes_before` and `takes_behind` of marks whose roles are known. O(marks).
void find_blanks(const Tokens& tokens, std::span<QuoteMark> marks);

}  // namespace palimpsest
