// The clean text with footnotes in the syntax that Pandoc, GitHub and others share: [^1]. Marks
// that Markdown would take for its own are escaped. Tested by tests/core/document_export_test.cpp.
#include "export/formats.h"
#include "export/segments.h"

namespace palimpsest {
namespace {

void add_text(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool line_start = out.empty() || out.back() == '\n';
    // A single line end would be read as a blank.
    if (c == '\n' && !line_start && i + 1 < text.size() && text[i + 1] != '\n' &&
        text[i + 1] != '\r')
      out += "\\";
    if (std::string_view("\\`*_[]<>").find(c) != std::string_view::npos ||
        (line_start && std::string_view("#+-=~|>").find(c) != std::string_view::npos))
      out += '\\';
    out += c;
  }
}

/// On one line, as a footnote needs it.
void add_line(std::string& out, std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' || c == '\r' ? ' ' : c;
  out += ' ';  // never at a line's start
  add_text(out, line);
}

/// What stood or stands at a place, so that it can be seen.
std::string shown(std::string_view text) {
  if (text.empty()) return "(nothing)";
  if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) return std::string(text);
  if (text.find('\n') != std::string_view::npos) return "(line end)";
  return text.size() == 1 ? "(blank)" : "(" + std::to_string(text.size()) + " blanks)";
}

/// Where the word that `text` goes on with ends: a note belongs behind a word, not inside it.
std::size_t end_of_word(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() &&
         ((text[at] | 32) >= 'a' ? (text[at] | 32) <= 'z' : text[at] >= '0' && text[at] <= '9'))
    ++at;
  return at;
}

}  // namespace

std::string formats::markdown(const Document& doc, const ExportOptions&) {
  std::string out, notes, waiting;  // waiting: numbers of notes on the word that is being written
  const auto write_numbers = [&] {
    // A number behind a line end would begin the next line: it goes before it.
    std::size_t at = out.size();
    while (at > 0 && (out[at - 1] == '\n' || out[at - 1] == '\r' || out[at - 1] == '\\')) --at;
    out.insert(at, waiting);
    waiting.clear();
  };
  for (const Segment& segment : segments_of(doc)) {
    if (segment.change == no_index) {
      const std::size_t end = waiting.empty() ? 0 : end_of_word(segment.after);
      add_text(out, segment.after.substr(0, end));
      if (end < segment.after.size()) write_numbers();
      add_text(out, segment.after.substr(end));
      continue;
    }
    add_text(out, segment.after);
    const std::string number = std::to_string(segment.change + 1);
    waiting += "[^" + number + "]";
    notes += "[^" + number + "]:";
    add_line(notes, shown(segment.before));
    notes += " →";
    add_line(notes, shown(segment.after));
    notes += ".";
    add_line(notes, reason_of(doc, segment.change));
    notes += '\n';
  }
  write_numbers();
  if (!notes.empty()) out += (out.ends_with('\n') ? "\n" : "\n\n") + notes;
  return out;
}

}  // namespace palimpsest
