// Joins lines that a program cut at a width: "met the\nsenator" becomes "met the senator".
// Leaves alone verse, lists, tables, code, addresses, and texts with a line for each paragraph:
// there the next word would have fitted on the line.
#include "repair/lines.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

bool is_letter_or_digit(char32_t code) { return is_letter(code) || is_digit(code); }

/// "I-\n244": the hyphen goes on in the next line.
bool is_mid_word(std::string_view line, std::string_view next) {
  if (line.size() < 2 || line.back() != '-') return false;
  return is_letter_or_digit(code_point_before(line, line.size() - 1).code) &&
         is_letter_or_digit(code_point_at(next, 0).code) &&
         !suspends_hyphen(next.substr(0, next.find(' ')));
}

}  // namespace

void rules::hard_wrap::find(const Passage& passage, Edits& edits) {
  if (passage.habits.line_breaks < 2) return;
  const std::vector<TextLine> lines = read_lines(passage);
  const std::vector<LineEnd> ends = read_line_ends(passage, lines);
  const std::string_view text = passage.text;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (ends[i] != LineEnd::wrap) continue;
    const CleanSpan span{lines[i].end, lines[i + 1].begin};
    const char32_t last = code_point_before(text, span.begin).code;
    const char32_t first = code_point_at(text, span.end).code;
    const std::string_view before = text.substr(lines[i].begin, span.begin - lines[i].begin);
    // Neither Chinese nor a dash between two words has blanks.
    const bool tight = (script(last) == Script::cjk && script(first) == Script::cjk) ||
                       (last == 0x2014 && !before.ends_with(" \u2014") && is_letter(first)) ||
                       is_mid_word(before, lines[i + 1].of(text));
    edits.add(span, tight ? "" : " ", 95);
  }
}

std::string rules::hard_wrap::why(const Explained&) { return {}; }

}  // namespace palimpsest
