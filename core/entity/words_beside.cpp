// Tested through the finders: tests/core/entity_cases_test.cpp.
#include "entity/words_beside.h"

#include "entity/role_words.h"

namespace palimpsest {

std::size_t token_before(const Tokens& tokens, std::size_t i) {
  if (i == 0 || i > tokens.size() || !tokens[i - 1].is_blank()) return no_token;
  while (i > 0 && tokens[i - 1].is_blank()) --i;
  return i == 0 || tokens[i - 1].is_line_break() ? no_token : i - 1;
}

std::size_t token_after(const Tokens& tokens, std::size_t i) {
  if (i + 1 >= tokens.size() || !tokens[i + 1].is_blank()) return no_token;
  ++i;
  while (i < tokens.size() && tokens[i].is_blank()) ++i;
  return i == tokens.size() || tokens[i].is_line_break() ? no_token : i;
}

std::size_t word_before(const Tokens& tokens, std::size_t i) {
  const std::size_t before = token_before(tokens, i);
  if (before == no_token) return no_token;
  if (tokens[before].is_word() || tokens[before].is_number()) return before;
  return no_token;
}

std::size_t title_before(const NamedText& text, std::size_t i) {
  const Tokens& tokens = text.tokens;
  const std::size_t word = word_before(tokens, i);
  if (word != no_token) return word;
  const std::size_t stop = token_before(tokens, i);
  if (stop == no_token || stop == 0 || !tokens[stop].is('.') || !has_capital(tokens[stop - 1]))
    return no_token;
  const std::string_view short_form = text.of(stop - 1);
  return is_honorific(short_form) || role_use(short_form) == RoleUse::rank ? stop - 1 : no_token;
}

std::size_t word_after(const Tokens& tokens, std::size_t i) {
  const std::size_t after = token_after(tokens, i);
  return after != no_token && (tokens[after].is_word() || tokens[after].is_number()) ? after
                                                                                     : no_token;
}

std::size_t count_words(const Tokens& tokens, CleanSpan span) {
  if (span.empty()) return 0;
  std::size_t words = 0;
  const SpanTokens in(tokens, span);
  for (std::size_t i = in.first; i <= in.last; ++i)
    words += tokens[i].is_word() || tokens[i].is_number() ? 1 : 0;
  return words;
}

std::size_t last_word(const Tokens& tokens, CleanSpan span) {
  if (span.empty()) return no_token;
  const SpanTokens in(tokens, span);
  for (std::size_t i = in.last + 1; i-- > in.first;)
    if (tokens[i].is_word() || tokens[i].is_number()) return i;
  return no_token;
}

std::size_t first_word(const Tokens& tokens, CleanSpan span) {
  if (span.empty()) return no_token;
  const SpanTokens in(tokens, span);
  for (std::size_t i = in.first; i <= in.last; ++i)
    if (tokens[i].is_word() || tokens[i].is_number()) return i;
  return no_token;
}

bool is_quote_mark(const Token& t) {
  return t.is('"') || t.is('\'') || t.is(U'“') || t.is(U'”') || t.is(U'‘') || t.is(U'’') ||
         t.is(U'«') || t.is(U'»') || t.is(U'„');
}

bool is_quoted(const NamedText& text, CleanSpan span) {
  const Tokens& tokens = text.tokens;
  const SpanTokens in(tokens, span);
  std::size_t behind = in.last + 1;
  if (behind < tokens.size() && (tokens[behind].is(',') || tokens[behind].is('.'))) ++behind;
  return in.first > 0 && behind < tokens.size() && is_quote_mark(tokens[in.first - 1]) &&
         is_quote_mark(tokens[behind]);
}

}  // namespace palimpsest
