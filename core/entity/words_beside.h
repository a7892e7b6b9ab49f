// The words beside a place of the text, on the same line.
#pragma once

#include <cstddef>
#include <string_view>

#include "entity/finder.h"
#include "repair/word_set.h"
#include "token/token.h"

namespace palimpsest {

inline constexpr std::size_t no_token = static_cast<std::size_t>(-1);

/// The token before a run of blanks that ends at token `i`; no_token if no blank is there, or
/// nothing before it on the line.
std::size_t token_before(const Tokens& tokens, std::size_t i);
/// The token behind a run of blanks that begins behind token `i`; no_token as above.
std::size_t token_after(const Tokens& tokens, std::size_t i);

/// The word or number before token `i` with nothing but blanks between; no_token if something else
/// is there.
std::size_t word_before(const Tokens& tokens, std::size_t i);
/// The same, and the word of a title or a form of address with its stop: "Sen. ", "Mr. ".
std::size_t title_before(const NamedText& text, std::size_t i);
/// The word or number behind token `i` with nothing but blanks between.
std::size_t word_after(const Tokens& tokens, std::size_t i);

/// The words of a span: its first and last tokens.
struct SpanTokens {
  std::size_t first, last;
  SpanTokens(const Tokens& tokens, CleanSpan span)
      : first(tokens.at(span.begin)), last(tokens.at(span.end - 1)) {}
};

/// Words and numbers of a span; a span without any has 0.
std::size_t count_words(const Tokens& tokens, CleanSpan span);
/// The last word of a span, the first one; no_token if it has none.
std::size_t last_word(const Tokens& tokens, CleanSpan span);
std::size_t first_word(const Tokens& tokens, CleanSpan span);

/// True if quotation marks stand right before and behind the span.
bool is_quoted(const NamedText& text, CleanSpan span);
bool is_quote_mark(const Token& token);

inline bool has_capital(const Token& token) {
  return token.is_word() && token.shape() != WordShape::lower && token.shape() != WordShape::none;
}

}  // namespace palimpsest
