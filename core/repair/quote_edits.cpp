// Tested by tests/core/repair_cases_test.cpp.
#include "repair/quote_edits.h"

#include <algorithm>

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

/// True if a blank stands on the mark's inner side, with text behind it in the same line.
bool has_inner_blank(const Tokens& tokens, const QuoteMark& mark) {
  if (mark.role == QuoteRole::opening) {
    const std::size_t blank = mark.token + mark.size();
    return is_blank(tokens, blank) && blank + 1 < tokens.size() &&
           !tokens[blank + 1].is_line_break();
  }
  if (mark.role != QuoteRole::closing || mark.token < 2) return false;
  return is_blank(tokens, mark.token - std::size_t{1}) &&
         !tokens[mark.token - std::size_t{2}].is_line_break();
}

/// Whether a tokeniser wrote the text, as far as its marks tell: more of them stand off than stand
/// close to what they quote.
bool stand_off(const Tokens& tokens, const std::vector<QuoteMark>& marks) {
  std::size_t off = 0, close = 0;
  for (const QuoteMark& mark : marks) {
    if (mark.role != QuoteRole::opening && mark.role != QuoteRole::closing) continue;
    if (!is_double(mark.form)) continue;
    (has_inner_blank(tokens, mark) ? off : close) += 1;
  }
  return off > close;
}

}  // namespace

void add_quote_edits(const Passage& passage, RepairKind kind, Edits& edits) {
  const std::vector<QuoteMark>& marks = passage.quote_marks();
  if (marks.empty()) return;
  const Tokens& tokens = passage.tokens;
  const bool off = stand_off(tokens, marks);
  std::uint32_t taken = 0;  // no blank is taken twice
  for (const QuoteMark& mark : marks) {
    if (mark.role == QuoteRole::kept || mark.role == QuoteRole::prime) continue;
    CleanSpan span = tokens.span(mark.token, mark.token + mark.size() - 1);
    bool takes_blank = off && has_inner_blank(tokens, mark);
    if (takes_blank && mark.role == QuoteRole::opening) {
      span.end = tokens.end_of(mark.token + mark.size());
    } else if (takes_blank) {
      span.begin = tokens.begin_of(mark.token - std::size_t{1});
      if (span.begin < taken) {
        span.begin = tokens.begin_of(mark.token);
        takes_blank = false;
      }
    }
    taken = span.end;
    const std::string_view look = look_of(mark, passage.options.quotes);
    if (row_of(mark, takes_blank, passage.options.quotes) != kind) continue;
    if (span.of(passage.text) == look) continue;
    const auto detail = static_cast<std::uint8_t>(static_cast<int>(mark.role) * 2 + mark.paired);
    edits.add(span, look, mark.certainty, detail);
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
