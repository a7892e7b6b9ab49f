// Tested by tests/core/repair_cases_test.cpp.
#include "repair/quote_edits.h"

namespace palimpsest {
namespace {

std::string_view look_of(const QuoteMark& mark, QuoteStyle style) {
  const bool opens = mark.role == QuoteRole::opening;
  if (style == QuoteStyle::straight) return is_double(mark.form) ? "\"" : "'";
  if (is_double(mark.form)) return opens ? "“" : "”";
  return opens ? "‘" : "’";
}

RepairKind row_of(const QuoteMark& mark, QuoteStyle style) {
  if (mark.takes_before || mark.takes_behind) return RepairKind::spaced_quote;
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

/// True if the mark looks as it should and stands where it should: most do, and cost no look at the
/// text.
bool is_right(const QuoteMark& mark, QuoteStyle style) {
  if (mark.takes_before || mark.takes_behind) return false;
  const bool opens = mark.role == QuoteRole::opening;
  if (style == QuoteStyle::straight)
    return mark.form == QuoteForm::straight_double || mark.form == QuoteForm::straight_single;
  return mark.form == (is_double(mark.form)
                           ? (opens ? QuoteForm::left_double : QuoteForm::right_double)
                           : (opens ? QuoteForm::left_single : QuoteForm::right_single));
}

}  // namespace

void add_quote_edits(const Passage& passage, RepairKind kind, Edits& edits) {
  const QuoteStyle style = passage.options.quotes;
  for (const QuoteMark& mark : passage.quote_marks()) {
    if (mark.role == QuoteRole::kept || mark.role == QuoteRole::prime || is_right(mark, style))
      continue;
    if (row_of(mark, style) != kind) continue;
    const std::size_t first = mark.token - std::size_t{mark.takes_before};
    const std::size_t last = mark.token + mark.size() - 1 + std::size_t{mark.takes_behind};
    const auto detail = static_cast<std::uint8_t>(static_cast<int>(mark.role) * 2 + mark.paired);
    edits.add(passage.tokens.span(first, last), look_of(mark, style), mark.certainty, detail);
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
