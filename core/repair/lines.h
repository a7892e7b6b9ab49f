// The lines of a text and whether they are wrapped: cut at a width by a program, not by a writer.
// For hard_wrap and paragraph_break, which must agree on it, and for rules that look at a line's
// begin or end.
#pragma once

#include <cstdint>
#include <vector>

#include "repair/rule.h"

namespace palimpsest {

struct TextLine {
  std::uint32_t begin = 0, end = 0;  // bytes, without the blanks at its edges; equal if it is empty
  std::uint32_t next = 0;            // where the next line begins
  std::uint32_t indent = 0;          // blanks before `begin`, a tab counts eight

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// Lines end at LF or CR LF. O(n).
std::vector<TextLine> read_lines(const Passage& passage);

/// The first `count` of them that hold something. O(their bytes).
std::vector<TextLine> first_lines_of(const Passage& passage, std::size_t count);

/// What happened at the end of a line.
enum class LineEnd : std::uint8_t {
  meant,     // by the writer: a list, a verse, a heading, or nothing is known
  wrap,      // the next word did not fit
  paragraph  // it would have fitted, in a text that has no empty lines: a paragraph ended
};

/// One per line; all `meant` if the text is not wrapped. O(lines).
std::vector<LineEnd> read_line_ends(const Passage& passage, const std::vector<TextLine>& lines);

/// Source code has a bracket, an operator or a semicolon to every fourth word; prose has one to
/// thirty.
bool is_code(const Habits& habits);

/// "- item", "3. item", "> quoted", "| cell": such a line goes on no line before it.
bool has_marker(std::string_view line);

/// "pre- and post-war": a hyphen before such a word stands for what comes later.
bool suspends_hyphen(std::string_view word);

}  // namespace palimpsest
