// Labels where and when a report was written: "WASHINGTON (AP) — ", "(CNN) ", a line that is a
// date. Only proposes to take it away: it belongs to the article's frame, not to its text.
#include <algorithm>

#include "repair/calendar.h"
#include "repair/lines.h"
#include "repair/rule.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::size_t first_lines = 8;  // a dateline stands at the top

bool is_agency(std::string_view text) {
  static constexpr std::string_view names[] = {"AFP",     "AP",   "BBC", "Bloomberg", "CBS News",
                                               "CNN",     "DPA",  "EFE", "NPR",       "Reuters",
                                               "REUTERS", "TASS", "UPI", "Xinhua"};
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view n) { return text == n; });
}

/// Bytes of "(CNN)", "(CNN) -", "PARIS (AP) — ", "MOSCOW, Jan. 27 (Reuters) - ", "WASHINGTON — " at
/// the begin of a line; 0 if there is none.
std::size_t dateline_size(std::string_view line) {
  std::size_t at = 0;
  // the place: capitals, then perhaps a state and a date
  std::size_t capitals = 0;
  while (at < line.size() && at < 60 &&
         ((line[at] >= 'A' && line[at] <= 'Z') || line[at] == ' ' || line[at] == '.' ||
          line[at] == ','))
    capitals += line[at] >= 'A' && line[at] <= 'Z', ++at;
  const bool place = capitals >= 4;
  if (place) {  // ", Jan. 27 ": no word in small letters
    while (at < line.size() && at < 60 && line[at] != '(' && line[at] != '-' &&
           static_cast<unsigned char>(line[at]) < 0x80) {
      if (line[at] >= 'a' && line[at] <= 'z' && line[at - 1] == ' ') return 0;
      ++at;
    }
  } else {
    at = 0;
  }
  bool agency = false;
  if (at < line.size() && line[at] == '(') {
    const std::size_t end = line.find(')', at);
    if (end == std::string_view::npos || end - at > 24 ||
        !is_agency(line.substr(at + 1, end - at - 1)))
      return 0;
    agency = true;
    at = end + 1;
  }
  if (!agency && !place) return 0;
  while (at < line.size() && line[at] == ' ') ++at;
  std::size_t dash = 0;
  for (const std::string_view d : {"--", "-", "–", "—"})
    if (line.substr(at).starts_with(d)) {
      dash = d.size();
      break;
    }
  if (!agency && dash == 0) return 0;
  // "WASHINGTON-based": the dash is a word's
  if (dash > 0 && !agency && (at == 0 || line[at - 1] != ' ')) return 0;
  at += dash;
  while (at < line.size() && line[at] == ' ') ++at;
  return at < line.size() ? at : 0;
}

}  // namespace

void rules::dateline::find(const Passage& passage, Edits& edits) {
  const std::string_view text = passage.text;
  const std::vector<TextLine> lines = first_lines_of(passage, first_lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const std::string_view line = lines[i].of(text);
    if (lines.size() > 1 && is_date_line(line)) {
      edits.suggest({lines[i].begin, lines[i].next}, "", 40);
      continue;
    }
    const std::size_t size = dateline_size(line);
    if (size == 0) continue;
    edits.suggest({lines[i].begin, lines[i].begin + static_cast<std::uint32_t>(size)}, "", 50);
    return;
  }
}

std::string rules::dateline::why(const Explained&) { return {}; }

}  // namespace palimpsest
