// Takes away blanks at the edges of the text and, where most lines have one, of the lines.
// Leaves alone indents and the blanks that Markdown means at a line's end: an edge is cut only
// where the text's first line alone has it, or where nearly every line ends or begins with a single
// one.
#include "repair/lines.h"

namespace palimpsest {

void rules::edge_blanks::find(const Passage& passage, Edits& edits) {
  const std::string_view text = passage.text;
  if (text.empty()) return;
  const bool at_begin = text.front() == ' ';
  const bool at_end = text.back() == ' ' || text.back() == '\n';
  if (!at_begin && !at_end && passage.habits.line_breaks == 0) return;
  const std::vector<TextLine> lines = read_lines(passage);

  // Blanks at a line's begin and end, counted over lines that hold something.
  std::uint32_t filled = 0, indented = 0, one_before = 0, one_after = 0;
  std::size_t first = lines.size(), last = 0;
  std::uint32_t from = 0;
  for (std::size_t i = 0; i < lines.size(); from = lines[i++].next) {
    if (lines[i].empty()) continue;
    if (filled++ == 0) first = i;
    last = i;
    indented += lines[i].begin > from;
    one_before += lines[i].begin == from + 1 && text[from] == ' ' && lines[i].size() > 60;
    one_after += lines[i].end + 1 < text.size() && text[lines[i].end] == ' ' &&
                 text[lines[i].end + 1] != ' ';
  }
  if (filled == 0) return;
  const bool all_before = filled > 1 && one_before == filled;
  const bool most_after = filled > 1 && one_after * 10 >= (filled - 1) * 8;

  from = 0;
  for (std::size_t i = 0; i < lines.size(); from = lines[i++].next) {
    const TextLine& l = lines[i];
    if (l.empty()) continue;
    const bool lone_indent = i == first && indented == 1 && l.indent <= 3;
    if (l.begin > from && (all_before || lone_indent)) edits.add({from, l.begin}, "", 95);
    std::uint32_t end = l.end;
    while (end < text.size() && text[end] == ' ') ++end;
    if (i == last && end > l.end && text.find_first_not_of(" \n\r", end) == std::string_view::npos)
      edits.add({l.end, end}, "", 95);
    else if (most_after && end == l.end + 1)
      edits.add({l.end, end}, "", 95);
  }
}

std::string rules::edge_blanks::why(const Explained&) { return {}; }

}  // namespace palimpsest
