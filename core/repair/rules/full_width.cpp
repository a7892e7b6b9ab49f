// Narrows Latin letters, digits and marks of full width: "ＣＮＮ said" becomes "CNN said".
// Leaves them alone in a line with Chinese, Japanese or Korean letters, in a text of which such
// letters are a good part, and marks of full width that stand alone.
#include <algorithm>

#include "repair/rule.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

/// The narrow form of U+FF01 to U+FF5E and of the currency signs, or 0.
char32_t narrow(char32_t code) {
  if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFF01 + '!';
  switch (code) {
    case 0x3000:
      return ' ';
    case 0xFFE0:
      return 0xA2;
    case 0xFFE1:
      return 0xA3;
    case 0xFFE5:
      return 0xA5;
    default:
      return 0;
  }
}

bool is_east_asian(char32_t code) {
  return (code > 0x3000 && code < 0x3040) || script(code) == Script::cjk;
}

/// True if East Asian letters are more than a fifth of the letters.
bool is_east_asian_text(std::string_view text) {
  std::size_t east_asian = 0, latin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    latin += c.code < 0x250 && is_letter(c.code);
    east_asian += c.code >= 0x1100 && c.code < 0xFF00 && is_east_asian(c.code);
    at += c.size;
  }
  return east_asian * 4 > latin;
}

bool line_is_east_asian(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_east_asian(c.code)) return true;
    at += c.size;
  }
  return false;
}

void find_in_line(std::string_view text, std::size_t at, std::size_t end, Edits& edits) {
  while (at < end) {
    const std::size_t begin = at;
    std::string narrowed;
    bool speaks = false;  // has a letter or a digit
    std::size_t last = at;
    std::size_t last_size = 0;
    while (at < end) {
      const CodePoint c = code_point_at(text, at);
      const char32_t code = narrow(c.code);
      if (code == 0 || (code == ' ' && narrowed.empty())) break;
      append_utf8(narrowed, code);
      speaks = speaks || is_letter(code) || is_digit(code);
      at += c.size;
      if (code != ' ') {  // a run does not end with a blank
        last = at;
        last_size = narrowed.size();
      }
    }
    if (speaks)
      edits.add({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)},
                std::string_view(narrowed).substr(0, last_size), 95);
    if (at == begin) at += code_point_at(text, at).size;
  }
}

}  // namespace

void rules::full_width::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii) return;
  const std::string_view text = passage.text;
  bool asked = false;
  std::size_t line_end = 0;
  for (std::size_t at = text.find('\xEF'); at != std::string_view::npos;
       at = text.find('\xEF', at)) {
    const char second = at + 1 < text.size() ? text[at + 1] : '\0';
    if (second != '\xBC' && second != '\xBD') {
      ++at;
      continue;
    }
    if (!asked && is_east_asian_text(text)) return;
    asked = true;
    const std::size_t before = text.rfind('\n', at);
    const std::size_t begin = std::max(line_end, before == std::string_view::npos ? 0 : before + 1);
    line_end = std::min(text.find('\n', at), text.size());
    if (!line_is_east_asian(text.substr(begin, line_end - begin)))
      find_in_line(text, begin, line_end, edits);
    at = line_end;
  }
}

std::string rules::full_width::why(const Explained& change) {
  std::string why(change.before);
  why += " is written in letters of full width; in plain ones it is ";
  why += change.after;
  return why + ".";
}

}  // namespace palimpsest
