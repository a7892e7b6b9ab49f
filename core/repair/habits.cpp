// Tested by tests/core/repair_test.cpp.
#include "repair/habits.h"

namespace palimpsest {

Habits survey(std::string_view text, const Tokens& tokens) {
  Habits habits;
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
        ++habits.line_breaks;
        habits.odd_line_breaks += token.code != '\n';
        break;
      case TokenKind::blank:
        habits.wide_blanks += tokens.end_of(i) - token.begin > 1;
        break;
      case TokenKind::mark:
        if (token.code < 128) {
          ++habits.ascii_marks[token.code];
          switch (token.code) {
            case '.':
            case ',':
            case ';':
            case ':':
            case '!':
            case '?':
              ++habits.stops;
              habits.spaced_stops += blank_before;
              break;
            default:
              break;
          }
        } else {
          ++habits.other_marks;
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
