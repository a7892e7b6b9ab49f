// Tested by tests/cases/repair/spaced_quote.json.
#include "repair/quote_blanks.h"

namespace palimpsest {
namespace {

bool is_blank(const Tokens& tokens, std::size_t i) {
  return i < tokens.size() && tokens[i].is_blank();
}

bool is_dash(const Tokens& tokens, std::size_t i) {
  return i < tokens.size() && (tokens[i].is(U'—') || tokens[i].is(U'–'));
}

std::size_t before(const QuoteMark& mark, std::size_t n) { return mark.token - n; }  // may wrap
std::size_t behind(const QuoteMark& mark, std::size_t n) {
  return mark.token + mark.size() + n - 1;
}

/// True if a blank stands on the mark's inner side, with text behind it in the same line.
bool has_inner_blank(const Tokens& tokens, const QuoteMark& mark) {
  if (mark.role == QuoteRole::opening)
    return is_blank(tokens, behind(mark, 1)) && behind(mark, 2) < tokens.size() &&
           !tokens[behind(mark, 2)].is_line_break();
  return mark.role == QuoteRole::closing && is_blank(tokens, before(mark, 1)) &&
         before(mark, 2) < tokens.size() && !tokens[before(mark, 2)].is_line_break();
}

/// True if a blank stands between the mark and a dash that has none on its other side: the text
/// sets its dashes close, `yes,” —she smiled`.
bool has_blank_at_dash(const Tokens& tokens, const QuoteMark& mark) {
  if (mark.role == QuoteRole::opening)
    return is_blank(tokens, before(mark, 1)) && is_dash(tokens, before(mark, 2)) &&
           before(mark, 3) < tokens.size() && !tokens[before(mark, 3)].is_blank();
  return mark.role == QuoteRole::closing && is_blank(tokens, behind(mark, 1)) &&
         is_dash(tokens, behind(mark, 2)) && behind(mark, 3) < tokens.size() &&
         !tokens[behind(mark, 3)].is_blank();
}

/// True for an apostrophe with blanks on both sides, behind a word that it can belong to.
bool is_loose_apostrophe(const Tokens& tokens, const QuoteMark& mark) {
  return mark.role == QuoteRole::apostrophe && is_blank(tokens, before(mark, 1)) &&
         (behind(mark, 1) >= tokens.size() || is_blank(tokens, behind(mark, 1))) &&
         before(mark, 2) < tokens.size() && tokens[before(mark, 2)].is_word();
}

/// How the double marks of a paragraph, or of a text, stand.
struct Standing {
  std::size_t off = 0, close = 0;
  /// A tokeniser wrote it: more marks stand off than stand close to what they quote.
  bool tokenised() const { return off > close; }
};

Standing standing(const Tokens& tokens, std::span<const QuoteMark> marks) {
  Standing result;
  for (const QuoteMark& mark : marks)
    if (is_double(mark.form) &&
        (mark.role == QuoteRole::opening || mark.role == QuoteRole::closing))
      (has_inner_blank(tokens, mark) ? result.off : result.close) += 1;
  return result;
}

void find_in_paragraph(const Tokens& tokens, std::span<QuoteMark> paragraph, bool tokenised) {
  for (QuoteMark& mark : paragraph) {
    // Single marks are told by their pair: `the 'forced ' one`.
    const bool pair = !is_double(mark.form) && !mark.unmatched;
    const bool inner = (tokenised || pair) && has_inner_blank(tokens, mark);
    const bool outer = tokenised && has_blank_at_dash(tokens, mark);
    const bool loose = tokenised && is_loose_apostrophe(tokens, mark);
    const bool opens = mark.role == QuoteRole::opening;
    mark.takes_before = (opens ? outer : inner) || loose;
    mark.takes_behind = opens ? inner : outer;
  }
}

}  // namespace

void find_blanks(const Tokens& tokens, std::span<QuoteMark> marks) {
  const bool tokenised = standing(tokens, marks).tokenised();
  for (std::size_t begin = 0, end = 0; begin < marks.size(); begin = end) {
    for (end = begin + 1; end < marks.size() && !marks[end].starts_paragraph;) ++end;
    const std::span<QuoteMark> paragraph = marks.subspan(begin, end - begin);
    find_in_paragraph(tokens, paragraph, tokenised || standing(tokens, paragraph).tokenised());
  }
  // No blank goes with two marks.
  for (std::size_t i = 1; i < marks.size(); ++i)
    if (marks[i - 1].takes_behind && marks[i - 1].token + marks[i - 1].size() + 1 == marks[i].token)
      marks[i].takes_before = false;
}

}  // namespace palimpsest
