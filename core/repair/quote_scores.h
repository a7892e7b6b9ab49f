// How well each role suits a quotation mark, from what stands beside it and what it looks like.
#pragma once

#include "repair/quote_context.h"

namespace palimpsest {

/// How far the forms of a text can be trusted: a text whose marks are all ” says nothing by them.
struct QuoteTrust {
  // Added to the role that the form shows.
  std::int16_t doubles = 0, opening_singles = 0, closing_singles = 0;
};

/// Tenths of a natural logarithm of odds; the higher the better. Set by hand, with the figures of
/// tests/quality to check them.
struct QuoteScores {
  std::int16_t opening = 0, closing = 0, apostrophe = 0, prime = 0;
};

inline constexpr std::int16_t impossible = -1000;

QuoteScores score(std::string_view text, const Tokens& tokens, const QuoteMark& mark,
                  const QuoteContext& context, QuoteTrust trust);

}  // namespace palimpsest
