// What the words and stops around a quotation mark with blanks on both sides say for its direction.
#pragma once

#include "repair/quote_context.h"

namespace palimpsest {

/// Five times the natural logarithm of odds for an opening mark, at most `spaced_limit` either way.
/// The weights were learned from marks that stand close to what they quote (quote_weights.py);
/// alone they are right for 95 of 100 marks, the rest is for the pairing.
int spaced_evidence(std::string_view text, const Tokens& tokens, const QuoteContext& context);

inline constexpr int spaced_limit = 80;

}  // namespace palimpsest
