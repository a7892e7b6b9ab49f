// What U+0085 is: the line end of some systems, or the byte 85 of Windows-1252, an ellipsis.
#pragma once

#include "repair/rule.h"

namespace palimpsest {

/// Asked once per passage, so that asking for each U+0085 stays cheap.
class NextLines {
 public:
  explicit NextLines(const Passage& passage)
      : tokens_(passage.tokens),
        others_end_lines_(passage.habits.line_breaks > passage.habits.odd_line_breaks ||
                          passage.text.find('\r') != std::string_view::npos) {}

  /// True if the U+0085 at this token was "…": where lines end otherwise, or where a blank, a mark
  /// or a small letter follows, which begins no line.
  bool is_ellipsis(std::size_t token) const {
    if (others_end_lines_ || token + 1 >= tokens_.size()) return true;
    const Token& next = tokens_[token + 1];
    return !(next.is_word() && next.shape() != WordShape::lower) && !next.is_line_break();
  }

 private:
  const Tokens& tokens_;
  bool others_end_lines_;
};

}  // namespace palimpsest
