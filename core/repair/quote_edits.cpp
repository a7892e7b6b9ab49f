// Tested by tests/core/repair_cases_test.cpp.
#include "repair/quote_edits.h"

#include <algorithm>
#include <span>

namespace palimpsest {
namespace {

std::string_view look_of(const QuoteMark& mark, QuoteStyle style) {
  const bool opens = mark.role == QuoteRole::opening;
  if (style == QuoteStyle::straight) return is_double(mark.form) ? "\"" : "'";
  if (is_double(mark.form)) return opens ? "“" : "”";
  return opens ? "‘" : "’";
}

RepairKind row_of(const QuoteMark& mark, bool takes_blank, QuoteStyle style) {
  if (takes_blank) return RepairKind::spaced_quote;
  switch (mark.form) {
    case QuoteForm::double_backtick:
    case QuoteForm::double_apostrophe:
    case QuoteForm::double_left:
    case QuoteForm::double_right:
    case QuoteForm::backtick:
      return RepairKind::backtick_quote;
    default:
      break;
  }
  if (mark.role == QuoteRole::apostrophe) return RepairKind::apostrophe;
  if (style == QuoteStyle::straight || mark.form == QuoteForm::straight_double ||
      mark.form == QuoteForm::straight_single)
    return RepairKind::straight_quote;
  return RepairKind::quote_direction;
}

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

/// The mark with the blanks that go with it.
CleanSpan span_of(const Tokens& tokens, const QuoteMark& mark, bool tokenised) {
  CleanSpan span = tokens.span(mark.token, mark.token + mark.size() - 1);
  // Single marks are told by their pair: `the 'forced ' one`.
  const bool pair = !is_double(mark.form) && !mark.unmatched;
  const bool inner = has_inner_blank(tokens, mark) && (tokenised || pair);
  const bool outer = tokenised && has_blank_at_dash(tokens, mark);
  const bool opens = mark.role == QuoteRole::opening;
  if (opens ? outer : inner) span.begin = tokens.begin_of(before(mark, 1));
  if (opens ? inner : outer) span.end = tokens.end_of(behind(mark, 1));
  if (tokenised && is_loose_apostrophe(tokens, mark)) span.begin = tokens.begin_of(before(mark, 1));
  return span;
}

}  // namespace

void add_quote_edits(const Passage& passage, RepairKind kind, Edits& edits) {
  const std::span<const QuoteMark> marks = passage.quote_marks();
  const Tokens& tokens = passage.tokens;
  const bool text_tokenised = standing(tokens, marks).tokenised();
  std::uint32_t taken = 0;  // no blank is taken twice
  for (std::size_t begin = 0, end = 0; begin < marks.size(); begin = end) {
    for (end = begin + 1; end < marks.size() && !marks[end].starts_paragraph;) ++end;
    const std::span<const QuoteMark> paragraph = marks.subspan(begin, end - begin);
    const bool tokenised = text_tokenised || standing(tokens, paragraph).tokenised();
    for (const QuoteMark& mark : paragraph) {
      if (mark.role == QuoteRole::kept || mark.role == QuoteRole::prime) continue;
      CleanSpan span = span_of(tokens, mark, tokenised);
      span.begin = std::max(span.begin, taken);
      taken = span.end;
      const bool takes_blank = span != tokens.span(mark.token, mark.token + mark.size() - 1);
      const std::string_view look = look_of(mark, passage.options.quotes);
      if (row_of(mark, takes_blank, passage.options.quotes) != kind) continue;
      if (span.of(passage.text) == look) continue;
      const auto detail = static_cast<std::uint8_t>(static_cast<int>(mark.role) * 2 + mark.paired);
      edits.add(span, look, mark.certainty, detail);
    }
  }
}

std::string why_quote(const Explained& change) {
  const auto role = static_cast<QuoteRole>(change.detail / 2);
  const bool paired = change.detail % 2 != 0;
  const auto trim = [](std::string_view s) {
    while (s.starts_with(' ')) s.remove_prefix(1);
    while (s.ends_with(' ')) s.remove_suffix(1);
    return std::string(s);
  };
  const std::string before = trim(change.before), after = trim(change.after);
  std::string text;
  switch (role) {
    case QuoteRole::opening:
      text = paired ? "The marks before and behind it leave an opening mark here"
                    : "It opens what is quoted";
      break;
    case QuoteRole::closing:
      text = paired ? "The marks before and behind it leave a closing mark here"
                    : "It closes what is quoted";
      break;
    default:
      text = "It stands for letters left out or for a possessive: an apostrophe";
      break;
  }
  if (before != after) text += ": " + before + " became " + after;
  const bool blank = change.before != std::string_view(before);
  if (blank)
    text += before != after ? ", and the blank beside it went" : ": the blank beside it went";
  return text;
}

}  // namespace palimpsest
