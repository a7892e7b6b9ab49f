// Tested by tests/cases/repair/{hard_wrap,paragraph_break}.json.
#include "repair/lines.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "repair/calendar.h"
#include "repair/word_set.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

// Columns of newspapers begin at about 30 characters; nobody wraps wider than 130.
constexpr std::uint32_t narrowest = 28, widest = 130;

/// How wide a line is and its first word, in code points; bytes for lines that no width explains.
struct Measure {
  std::uint32_t width = 0, first_word = 0;
};

std::vector<Measure> measure(std::string_view text, const std::vector<TextLine>& lines) {
  std::vector<Measure> measures(lines.size());
  const auto length_of = [](std::string_view s) {
    return static_cast<std::uint32_t>(s.size() > 4 * widest ? s.size() : code_point_length(s));
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const std::string_view line = lines[i].of(text);
    measures[i] = {lines[i].indent + length_of(line), length_of(line.substr(0, line.find(' ')))};
  }
  return measures;
}

bool starts_small(std::string_view line) {
  const CharClass c = char_class(code_point_at(line, 0).code);
  return c == CharClass::lower || c == CharClass::letter;  // or a script without capitals
}

/// A blank run or a tab inside that follows no stop: a cell of a table, or justified text.
bool has_cells(std::string_view line) {
  if (line.find('\t') != std::string_view::npos) return true;
  for (std::size_t at = line.find("  "); at != std::string_view::npos; at = line.find("  ", at + 2))
    if (std::string_view(".!?:\"')*").find(line[at - 1]) == std::string_view::npos) return true;
  return false;
}

bool ends_with_stop(std::string_view line) {
  return std::string_view(".!?:;").find(line.back()) != std::string_view::npos;
}

/// A mark at a line's begin that a sentence may hold too: a number, a dash, a slash.
bool may_be_a_word(std::string_view line) {
  const char32_t first = code_point_at(line, 0).code;
  return is_digit(first) || first == '-' || first == 0x2013 || first == 0x2014 || first == '/' ||
         first == '#';
}

/// Would line i + 1 go on from line i in running text?
bool may_go_on(std::string_view text, const std::vector<TextLine>& lines, std::size_t i) {
  const TextLine &a = lines[i], &b = lines[i + 1];
  return !a.empty() && !b.empty() && b.indent <= a.indent && !has_marker(b.of(text));
}

/// The width at which most line ends are explained: those whose next word passes it, less twice
/// the lines that pass it themselves.
struct Width {
  std::uint32_t width = 0, explained = 0, ends = 0;
};

Width find_width(std::string_view text, const std::vector<TextLine>& lines,
                 const std::vector<Measure>& measures) {
  std::array<std::int32_t, widest + 2> change{}, length{};
  Width best;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Measure& a = measures[i];
    if (lines[i].empty() || a.width > widest) continue;
    // An address can pass any width.
    if (a.first_word < a.width - lines[i].indent) ++length[a.width];
    if (i + 1 == lines.size() || measures[i + 1].width > widest || !may_go_on(text, lines, i))
      continue;
    ++best.ends;
    ++change[a.width];
    --change[std::min(a.width + measures[i + 1].first_word, widest) + 1];
  }
  std::int32_t longer = 0, explained = 0, best_score = 0;
  for (const std::int32_t n : length) longer += n;
  for (std::uint32_t w = 0; w <= widest; ++w) {
    longer -= length[w];
    explained += change[w];
    const std::int32_t score = explained - 2 * longer;
    if (w >= narrowest && score > 0 && score >= best_score) {
      best_score = score;
      best.width = w;
      best.explained = static_cast<std::uint32_t>(explained);
    }
  }
  return best;
}

bool is_soft(const Measure& a, const Measure& b, std::uint32_t width) {
  return a.width <= width && a.width + 1 + b.first_word > width;
}

TextLine line_at(std::string_view text, std::uint32_t at) {
  const void* found = std::memchr(text.data() + at, '\n', text.size() - at);
  const std::size_t end =
      found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : text.size();
  TextLine line;
  std::size_t b = at, e = end;
  for (; b < end && (text[b] == ' ' || text[b] == '\t'); ++b)
    line.indent += text[b] == '\t' ? 8 : 1;
  while (e > b && (text[e - 1] == ' ' || text[e - 1] == '\t' || text[e - 1] == '\r')) --e;
  line.begin = static_cast<std::uint32_t>(b);
  line.end = static_cast<std::uint32_t>(e);
  line.next = static_cast<std::uint32_t>(found ? end + 1 : end);
  return line;
}

}  // namespace

bool is_code(const Habits& h) {
  std::uint32_t signs = 0;
  for (const char c : {'{', '}', '(', ')', ';', '=', '<', '>', '_', '|', '\\', '+', '*'})
    signs += h.count(c);
  return signs > 8 && signs * 4 > h.words;
}

bool suspends_hyphen(std::string_view word) {
  static constexpr auto words =
      word_set("and", "bis", "e", "et", "nor", "o", "oder", "or", "ou", "to", "und", "y");
  return words.contains(word);
}

bool has_marker(std::string_view line) {
  if (line.empty()) return false;
  if (std::string_view(">|#+=/<{}*~\\").find(line[0]) != std::string_view::npos) return true;
  std::size_t at = 0;
  while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9') ++at;
  if (at > 0)
    return at + 1 < line.size() && (line[at] == '.' || line[at] == ')') && line[at + 1] == ' ';
  const CodePoint first = code_point_at(line, 0);
  const bool bullet = first.code == '-' || first.code == 0x2022 || first.code == 0x2013 ||
                      first.code == 0x2014 || first.code == 0x25AA || first.code == 0x25CF;
  return bullet && first.size < line.size() && line[first.size] == ' ';
}

std::vector<TextLine> read_lines(const Passage& passage) {
  std::vector<TextLine> lines;
  lines.reserve(passage.habits.line_breaks + 1);
  for (std::uint32_t at = 0; at < passage.text.size(); at = lines.back().next)
    lines.push_back(line_at(passage.text, at));
  return lines;
}

std::vector<TextLine> first_lines_of(const Passage& passage, std::size_t count) {
  std::vector<TextLine> lines;
  for (std::uint32_t at = 0; at < passage.text.size() && lines.size() < count;) {
    const TextLine line = line_at(passage.text, at);
    if (!line.empty()) lines.push_back(line);
    at = line.next;
  }
  return lines;
}

std::vector<LineEnd> read_line_ends(const Passage& passage, const std::vector<TextLine>& lines) {
  std::vector<LineEnd> ends(lines.size(), LineEnd::meant);
  if (lines.size() < 3 || is_code(passage.habits)) return ends;
  const std::string_view text = passage.text;
  std::size_t pairs = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    pairs += !lines[i].empty() && !lines[i + 1].empty() && lines[i].size() <= 4 * widest;
  if (pairs < 2) return ends;
  const std::vector<Measure> measures = measure(text, lines);
  const Width found = find_width(text, lines, measures);
  if (found.explained < 2) return ends;

  // Verse begins its lines with capitals; running text goes on in small letters, and only where the
  // next word did not fit.
  std::uint32_t soft = 0, small = 0, contrary = 0, cells = 0, short_lines = 0, empty_between = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) {
      empty_between += i > 0 && i + 1 < lines.size();
      continue;
    }
    if (measures[i].width > widest) continue;
    ++short_lines;
    if (passage.habits.wide_blanks > 0) cells += has_cells(lines[i].of(text));
    if (i + 1 == lines.size() || !may_go_on(text, lines, i)) continue;
    const bool goes_on = starts_small(lines[i + 1].of(text));
    if (is_soft(measures[i], measures[i + 1], found.width))
      ++soft, small += goes_on;
    else
      contrary += goes_on && !ends_with_stop(lines[i].of(text)) &&
                  !lines[i].of(text).ends_with('-');  // a split word is no sign of either
  }
  if (small * 5 < soft * 2 || cells * 5 > short_lines || contrary * 5 > small) return ends;
  if (found.explained * 2 < found.ends && small < 5) return ends;
  // Few line ends prove a wrap only where most of them fall into a sentence.
  if (soft < 4 && (small * 3 < soft * 2 || found.width < 40)) return ends;

  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const TextLine &a = lines[i], &b = lines[i + 1];
    if (a.empty() || b.empty() || measures[i].width > widest) continue;
    const std::string_view line = a.of(text), next = b.of(text);
    const bool fits = !is_soft(measures[i], measures[i + 1], found.width);
    const bool marked = has_marker(next) && (ends_with_stop(line) || !may_be_a_word(next));
    if (!fits && b.indent <= a.indent && !marked && (!is_date_line(next) || line.ends_with(',')))
      ends[i] = LineEnd::wrap;
    else if (empty_between == 0 && (!has_marker(next) || is_digit(code_point_at(next, 0).code)))
      ends[i] = LineEnd::paragraph;
  }
  return ends;
}

}  // namespace palimpsest
