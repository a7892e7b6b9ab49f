// What stands beside a quotation mark: the local evidence for its direction.
#pragma once

#include <cstdint>
#include <limits>

#include "repair/quote_marks.h"

namespace palimpsest {

enum class Side : std::uint8_t {
  edge,  // the paragraph's start or end
  blank,
  word,
  number,
  stop,  // . , ; : ! ?
  dots,  // … or ...
  opener,
  closer,  // brackets
  dash,
  symbol
};

inline constexpr std::size_t no_token = std::numeric_limits<std::size_t>::max();

/// Marks beside this one are looked through: in `said, "'Twas` both have a blank on their left.
struct QuoteContext {
  Side left = Side::edge, right = Side::edge;
  Side far_left = Side::edge, far_right = Side::edge;         // with blanks looked through
  std::size_t left_token = no_token, right_token = no_token;  // what far_left, far_right are
  bool touches_left = false, touches_right = false;           // left, right is the very neighbour
};

/// `empty_lines`: the text has empty lines, so one line end alone ends no paragraph.
QuoteContext context_of(const Tokens& tokens, const QuoteMark& mark, bool empty_lines);

/// The tokens' reading of `token` as a quotation mark's neighbour.
bool is_quote_token(const Token& token);

}  // namespace palimpsest
