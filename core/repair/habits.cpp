// Tested by tests/core/repair_test.cpp.
#include "repair/habits.h"

#include "text/mark_sort.h"

namespace palimpsest {
namespace {

/// The apostrophe of " n't".
bool is_cut_not(std::string_view text, const Tokens& tokens, std::size_t i) {
  return i >= 2 && tokens[i - 1].is_word() && tokens[i - 2].is_blank() &&
         (text[tokens[i - 1].begin] | 32) == 'n' && tokens.span(i - 1).size() == 1;
}

/// The letters of -LRB-, which stands for a bracket.
bool is_bracket_name(std::string_view text, const Tokens& tokens, std::size_t i) {
  return i < tokens.size() && tokens.span(i).size() == 3 && tokens.of(text, i).ends_with("B");
}

}  // namespace

Habits survey(std::string_view text, const Tokens& tokens) {
  Habits habits;
  habits.marks.reserve(tokens.size() / 6 + 4);  // English: a mark per eight tokens
  bool blank_before = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    switch (token.kind()) {
      case TokenKind::word:
        ++habits.words;
        break;
      case TokenKind::number:
        ++habits.numbers;
        break;
      case TokenKind::line_break:
        habits.marks.push_back(static_cast<std::uint32_t>(i));
        ++habits.line_breaks;
        habits.odd_line_breaks += token.code != '\n';
        break;
      case TokenKind::blank:
        // A no-break space alone has two bytes or three.
        habits.wide_blanks += tokens.end_of(i) - token.begin > (token.code < 0x80    ? 1u
                                                                : token.code < 0x800 ? 2u
                                                                                     : 3u);
        break;
      case TokenKind::mark:
        habits.marks.push_back(static_cast<std::uint32_t>(i));
        if (token.code < 128) {
          ++habits.ascii_marks[token.code];
          if (mark_sort(token.code) == MarkSort::stop) {
            ++habits.stops;
            habits.spaced_stops += blank_before;
            break;
          }
          switch (token.code) {
            case '(':
            case '[':
              habits.detached += i + 1 < tokens.size() && tokens[i + 1].is_blank();
              break;
            case ')':
            case ']':
            case '@':
            case '`':
              habits.detached += blank_before;
              break;
            case '-':
              habits.detached += is_bracket_name(text, tokens, i + 1);
              break;
            case '\'':
              habits.detached += blank_before || is_cut_not(text, tokens, i);
              break;
            default:
              break;
          }
        } else {
          ++habits.other_marks;
          habits.detached += token.code == U'’' && (blank_before || is_cut_not(text, tokens, i));
        }
        break;
      case TokenKind::other:
        ++habits.others;
        break;
    }
    if (token.code >= 128) habits.ascii = false;
    blank_before = token.is_blank();
  }
  // A word may begin in ASCII and go on outside it.
  if (habits.ascii)
    for (const char c : text)
      if (static_cast<unsigned char>(c) >= 128) {
        habits.ascii = false;
        break;
      }
  return habits;
}

}  // namespace palimpsest
