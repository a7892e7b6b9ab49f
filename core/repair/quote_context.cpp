// Tested by tests/core/quote_marks_test.cpp.
#include "repair/quote_context.h"

#include "repair/quote_scan.h"
#include "text/mark_sort.h"

namespace palimpsest {
namespace {

Side side_of(const Token& token) {
  switch (token.kind()) {
    case TokenKind::word:
      return Side::word;
    case TokenKind::number:
      return Side::number;
    case TokenKind::blank:
    case TokenKind::line_break:
      return Side::blank;
    case TokenKind::other:
      return Side::symbol;
    case TokenKind::mark:
      break;
  }
  switch (mark_sort(token.code)) {
    case MarkSort::stop:
      return Side::stop;
    case MarkSort::dots:
      return Side::dots;
    case MarkSort::opening:
    case MarkSort::opening_quote:  // « alone: the others are looked through
      return Side::opener;
    case MarkSort::closing:
    case MarkSort::closing_quote:
      return Side::closer;
    case MarkSort::dash:
      return Side::dash;
    case MarkSort::straight_quote:
    case MarkSort::none:
      break;
  }
  return Side::symbol;
}

/// True if the line end at `i` ends a paragraph: an empty line follows or precedes, or every line
/// is a paragraph.
bool ends_paragraph(const Tokens& tokens, std::size_t i, bool empty_lines) {
  if (!empty_lines) return true;
  const auto is_break = [&](std::size_t j) {
    return j < tokens.size() && tokens[j].is_line_break();
  };
  const auto is_blank = [&](std::size_t j) { return j < tokens.size() && tokens[j].is_blank(); };
  if (is_break(i + 1) || (is_blank(i + 1) && is_break(i + 2)) || i + 1 >= tokens.size())
    return true;
  if (i == 0) return true;
  return is_break(i - 1) || (i >= 2 && is_blank(i - 1) && is_break(i - 2));
}

struct Look {
  Side near = Side::edge, far = Side::edge;
  std::size_t token = no_token;
  bool touches = false;
};

// Looks at most this many tokens far: a run of thousands of marks must not cost its square.
constexpr int reach = 6;

/// `step` is -1 or +1; unsigned wrap-around makes tokens.size() the end on both sides.
Look look(const Tokens& tokens, std::size_t from, std::size_t step, bool empty_lines) {
  Look result;
  bool near_known = false;
  for (int i = 0; i < reach && from < tokens.size(); ++i, from += step) {
    const Token& token = tokens[from];
    if (is_quote_token(token)) continue;
    Side side = side_of(token);
    if (token.is_line_break() && ends_paragraph(tokens, from, empty_lines)) {
      // A blank before the edge is no blank between words.
      result.near = near_known && result.near != Side::blank ? result.near : Side::edge;
      result.far = Side::edge;
      return result;
    }
    // Three stops in a row are an ellipsis, however they are written.
    if (token.is('.') && from + step < tokens.size() && tokens[from + step].is('.') &&
        from + step + step < tokens.size() && tokens[from + step + step].is('.'))
      side = Side::dots;
    if (!near_known) {
      result.near = side;
      result.touches = i == 0;
      near_known = true;
    }
    if (side == Side::blank) continue;
    result.far = side;
    result.token = from;
    return result;
  }
  if (from >= tokens.size() && (!near_known || result.near == Side::blank))
    result.near = Side::edge;
  return result;
}

}  // namespace

bool is_quote_token(const Token& token) {
  QuoteForm form;
  return token.kind() == TokenKind::mark && quote_form(token.code, form);
}

QuoteContext context_of(const Tokens& tokens, const QuoteMark& mark, bool empty_lines) {
  const Look left = look(tokens, mark.token - std::size_t{1}, ~std::size_t{0}, empty_lines);
  const Look right = look(tokens, mark.token + mark.size(), 1, empty_lines);
  return {left.near,  right.near,  left.far,     right.far,
          left.token, right.token, left.touches, right.touches};
}

}  // namespace palimpsest
