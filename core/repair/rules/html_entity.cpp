// Replaces HTML's names of characters by the characters: "&ldquo;No&rdquo;" becomes "“No”",
// "AT&amp;amp;T" becomes "AT&T". Each stands for itself: a < elsewhere says nothing of it.
// Leaves alone what has no semicolon ("R&D", "?a=1&copy=2") or is no character ("&nosuch;").
#include "repair/rule.h"
#include "text/entities.h"
#include "text/utf8.h"

namespace palimpsest {

void rules::html_entity::find(const Passage& passage, Edits& edits) {
  if (passage.habits.count('&') == 0 || passage.habits.count(';') == 0) return;
  const std::string_view text = passage.text;
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at)) {
    auto found = read_reference(text, at);
    if (!found) {
      ++at;
      continue;
    }
    std::size_t end = at + found->size;
    std::uint8_t times = 1;
    // "&amp;" before "amp;" or "ldquo;": what follows was a reference before its & was escaped.
    while (found->code == '&') {
      const auto inner = read_reference(text, end - 1);
      if (!inner) break;
      found = inner;
      end += inner->size - 1;
      if (times < 255) ++times;
    }
    edits.add({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
              to_utf8(found->code), times == 1 ? 97 : 95, times);
    at = end;
  }
}

std::string rules::html_entity::why(const Explained& change) {
  std::string why(change.before);
  why += " is ";
  why += change.after.empty()         ? "a character that nobody sees,"
         : change.after == "\xC2\xA0" ? "a no-break space"
                                      : change.after;
  why += change.detail > 1 ? " in HTML, escaped more than once." : " in HTML.";
  return why;
}

}  // namespace palimpsest
