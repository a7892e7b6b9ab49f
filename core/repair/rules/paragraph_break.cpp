// Puts back a paragraph break that a clean-up made a run of blanks: "his predecessor.  This month"
// becomes two paragraphs; and in a text that was wrapped and has no empty lines, one that ends a
// line before its width. Leaves alone a typist's two blanks after every sentence, columns, and runs
// in mid-sentence.
#include "repair/lines.h"
#include "repair/wide_blanks.h"

namespace palimpsest {
namespace {

/// `detail` of a break at a line end; else the number of blanks.
constexpr std::uint8_t at_line_end = 0;

void find_at_line_ends(const Passage& passage, Edits& edits) {
  if (passage.habits.line_breaks < 2) return;
  const std::vector<TextLine> lines = read_lines(passage);
  const std::vector<LineEnd> ends = read_line_ends(passage, lines);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (ends[i] == LineEnd::paragraph)
      edits.add({lines[i].end, lines[i + 1].begin}, "\n\n", 93, at_line_end);
}

}  // namespace

void rules::paragraph_break::find(const Passage& passage, Edits& edits) {
  for (const WideBlank& b : passage.wide_blanks())
    if (b.meaning == BlankMeaning::paragraph)
      edits.add(passage.tokens.span(b.token), "\n\n", b.confidence,
                static_cast<std::uint8_t>(b.width));
  find_at_line_ends(passage, edits);
}

std::string rules::paragraph_break::why(const Explained& change) {
  if (change.detail == at_line_end)
    return "The lines were cut at a width, and the next word would still have fitted here: a "
           "paragraph ended.";
  std::string why = std::to_string(static_cast<unsigned>(change.detail));
  why += " blanks stand where other sentences have one between them: a paragraph ended here.";
  return why;
}

}  // namespace palimpsest
