// Labels a paragraph that stood in the text before, word for word, as pasted pages and teasers
// leave them. Only proposes to take the second one away. Leaves short lines alone: refrains, names
// of speakers, table cells.
#include <algorithm>
#include <unordered_set>

#include "repair/lines.h"

namespace palimpsest {
namespace {
constexpr std::size_t shortest = 60;  // bytes; a line of verse has fewer
constexpr std::ptrdiff_t fewest = 7;  // blanks; an address or a rule of asterisks has fewer

bool is_running_text(std::string_view line) {
  return line.size() >= shortest && line[0] != '*' && line[0] != '#' && line[0] != '|' &&
         std::count(line.begin(), line.end(), ' ') >= fewest;
}
}  // namespace

void rules::repeated_paragraph::find(const Passage& passage, Edits& edits) {
  if (passage.habits.line_breaks == 0 || is_code(passage.habits)) return;
  std::unordered_set<std::string_view> seen;
  for (const TextLine& l : read_lines(passage)) {
    if (l.size() < shortest || !is_running_text(l.of(passage.text))) continue;
    if (!seen.insert(l.of(passage.text)).second) edits.suggest({l.begin, l.next}, "", 70);
  }
}

std::string rules::repeated_paragraph::why(const Explained&) { return {}; }

}  // namespace palimpsest
