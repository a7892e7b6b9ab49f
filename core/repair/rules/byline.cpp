// Labels the line that names the writer: "By Anna Smith, CNN". Only proposes to take it away.
// Leaves sentences alone that begin with "By" ("By Monday they had left.").
#include <algorithm>

#include "repair/calendar.h"
#include "repair/lines.h"

namespace palimpsest {
namespace {

constexpr std::size_t first_lines = 8;  // a byline stands at the top

bool is_link(std::string_view word) {
  return word == "and" || word == "of" || word == "for" || word == "in" || word == "the" ||
         word == "de" || word == "van" || word == "von" || word == "da" || word == "al";
}

/// "By" and then names: every word but small links has a capital, and no stop ends the line.
bool is_byline(std::string_view line) {
  std::size_t at = 0;
  for (const std::string_view opening :
       {"By ", "BY ", "by ", "Written by ", "Reported by ", "Reporting by ", "Story by "})
    if (line.starts_with(opening)) at = opening.size();
  if (at == 0 || line.size() > 120 || line.ends_with('?') || line.ends_with('!')) return false;
  std::size_t names = 0, words = 0;
  while (at < line.size()) {
    std::size_t end = line.find(' ', at);
    if (end == std::string_view::npos) end = line.size();
    std::string_view word = line.substr(at, end - at);
    at = end + 1;
    while (!word.empty() && (word.back() == ',' || word.back() == ';')) word.remove_suffix(1);
    if (word.empty() || word == "|" || word == "-" || word == "–" || word == "—" || word == "&")
      continue;
    ++words;
    if (is_link(word)) continue;
    if (word.find('@') != std::string_view::npos) continue;
    if (!((word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0x80))
      return false;
    if (names == 0 && (is_month(word) || is_weekday(word))) return false;
    ++names;
  }
  return names >= 2 && words <= 14 &&
         !(line.ends_with('.') && !line.ends_with("Jr.") && !line.ends_with("Sr."));
}

}  // namespace

void rules::byline::find(const Passage& passage, Edits& edits) {
  if (passage.habits.line_breaks == 0) return;
  for (const TextLine& l : first_lines_of(passage, first_lines))
    if (is_byline(l.of(passage.text))) edits.suggest({l.begin, l.next}, "", 50);
}

std::string rules::byline::why(const Explained&) { return {}; }

}  // namespace palimpsest
