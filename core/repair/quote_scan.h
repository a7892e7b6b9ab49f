// Finds the quotation marks of a text and tells what they look like.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "repair/quote_marks.h"

namespace palimpsest {

/// Whether a character is a quotation mark or stands for one, and which.
bool quote_form(char32_t code, QuoteForm& form);

/// The marks of a text in order, without roles, and what was counted on the way.
struct FoundQuotes {
  std::vector<QuoteMark> marks;
  std::array<std::uint32_t, 14> forms{};  // how often each form occurs
  bool empty_lines = false;
  bool low_opens = false;  // „ and ‚ stand for “ and ‘: known once the language is

  std::uint32_t count(QuoteForm form) const { return forms[static_cast<std::size_t>(form)]; }
};

/// O(tokens).
FoundQuotes scan_quotes(std::string_view text, const Tokens& tokens);

}  // namespace palimpsest
