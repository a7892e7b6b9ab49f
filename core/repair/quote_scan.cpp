// Tested by tests/core/quote_marks_test.cpp.
#include "repair/quote_scan.h"

#include "repair/quote_words.h"

namespace palimpsest {
namespace {

/// Number of tokens from `i` on that are this very mark, up to `limit`.
std::size_t run_of(const Tokens& tokens, std::size_t i, std::size_t limit) {
  std::size_t n = 1;
  while (n < limit && i + n < tokens.size() && tokens[i + n].is(tokens[i].code)) ++n;
  return n;
}

/// Makes `form` that of the two together, if they are one mark. ’’ is one where ‘‘ opened.
bool doubled(QuoteForm& form, const FoundQuotes& found) {
  switch (form) {
    case QuoteForm::straight_single:
      form = QuoteForm::double_apostrophe;
      return true;
    case QuoteForm::backtick:
      form = QuoteForm::double_backtick;
      return true;
    case QuoteForm::left_single:
      form = QuoteForm::double_left;
      return true;
    case QuoteForm::right_single:
      if (found.count(QuoteForm::double_left) == 0) return false;
      form = QuoteForm::double_right;
      return true;
    default:
      return false;
  }
}

/// True if three backticks fence code: nothing but a language's name stands behind them in the
/// line.
bool is_fence(const Tokens& tokens, std::size_t i) {
  if (i < tokens.size() && tokens[i].is_word()) ++i;
  return i >= tokens.size() || tokens[i].is_line_break();
}

/// True if the second of two single marks begins a word: ''Tis late,' he said.
bool begins_word(std::string_view text, const Tokens& tokens, std::size_t second) {
  return second + 1 < tokens.size() && tokens[second + 1].is_word() &&
         elision_before(tokens.of(text, second + 1)) == Elision::certain;
}

FoundQuotes find_marks(std::string_view text, const Tokens& tokens) {
  FoundQuotes found;
  bool line_ended = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.is_line_break()) {
      if (line_ended) found.empty_lines = true;
      line_ended = true;
      continue;
    }
    if (!token.is_blank()) line_ended = false;
    QuoteForm form;
    if (token.kind() != TokenKind::mark || !quote_form(token.code, form)) continue;
    std::size_t size = 1;
    if (!is_double(form)) {
      // Two are a double mark, of three the outer one is single; more are a ruler or code.
      const std::size_t run = run_of(tokens, i, 4);
      if (run > 3 || (run == 3 && form == QuoteForm::backtick && is_fence(tokens, i + 3))) {
        while (i + 1 < tokens.size() && tokens[i + 1].is(token.code)) ++i;
        continue;
      }
      // Of three the double mark comes first where they open, the single one where they close.
      const bool opens = i == 0 || tokens[i - 1].is_blank() || tokens[i - 1].is_line_break();
      const bool outer = run == 3 && opens;
      const bool pair = run == 2 && !begins_word(text, tokens, i + 1);
      if ((pair || outer) && doubled(form, found)) size = 2;
    }
    found.marks.push_back({static_cast<std::uint32_t>(i), form});
    ++found.forms[static_cast<std::size_t>(form)];
    i += size - 1;
  }
  return found;
}

/// Sets `starts_paragraph` (the first mark, and each with a paragraph's end between itself and the
/// mark before) and `skips_paragraph`. O(tokens).
void find_paragraphs(const Tokens& tokens, FoundQuotes& found) {
  const std::size_t enough = found.empty_lines ? 2 : 1;  // line ends that end a paragraph
  std::size_t breaks = 0, ends = 1, at = 0;
  for (QuoteMark& mark : found.marks) {
    for (; at < mark.token; ++at) {
      if (tokens[at].is_line_break())
        ends += ++breaks == enough;
      else if (!tokens[at].is_blank())
        breaks = 0;
    }
    mark.starts_paragraph = ends > 0;
    mark.skips_paragraph = ends > 1;
    ends = 0;
  }
}

}  // namespace

bool quote_form(char32_t code, QuoteForm& form) {
  switch (code) {
    case '"':
      form = QuoteForm::straight_double;
      return true;
    case U'“':
    case U'‟':
      form = QuoteForm::left_double;
      return true;
    case U'”':
      form = QuoteForm::right_double;
      return true;
    case U'„':
      form = QuoteForm::low_double;
      return true;
    case '\'':
      form = QuoteForm::straight_single;
      return true;
    case U'‘':
    case U'‛':
      form = QuoteForm::left_single;
      return true;
    case U'’':
      form = QuoteForm::right_single;
      return true;
    case U'‚':
      form = QuoteForm::low_single;
      return true;
    case '`':
      form = QuoteForm::backtick;
      return true;
    case U'´':
      form = QuoteForm::acute;
      return true;
    default:
      return false;
  }
}

FoundQuotes scan_quotes(std::string_view text, const Tokens& tokens) {
  FoundQuotes found = find_marks(text, tokens);
  find_paragraphs(tokens, found);
  return found;
}

}  // namespace palimpsest
