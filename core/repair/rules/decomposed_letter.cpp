// Joins a letter and its combining mark where one character exists for both: "e" + U+0301 becomes
// "é". Leaves alone marks without such a character (the stress of Russian vowels), and texts that
// use marks as marks: those with some that cannot be joined and no joined letter anywhere.
#include "repair/rule.h"
#include "text/compose.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_marks = 8;  // more on one letter is play, not spelling

bool begins_mark(char c) { return c == '\xCC' || c == '\xCD'; }  // U+0300 to U+037F

std::size_t count_composed_letters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size;
    count += is_composed_letter(c.code) && !(at < text.size() && begins_mark(text[at]));
  }
  return count;
}

}  // namespace

void rules::decomposed_letter::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii) return;
  const std::string_view text = passage.text;
  if (text.find('\xCC') == std::string_view::npos && text.find('\xCD') == std::string_view::npos)
    return;
  struct Joined {
    CleanSpan span;
    std::string letter;
  };
  std::vector<Joined> found;
  bool all_plain = true;  // every letter without a mark of its own, every mark joined
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!begins_mark(text[at]) || !is_composing_mark(code_point_at(text, at).code)) continue;
    const CodePoint letter = code_point_before(text, at);
    const std::size_t begin = at - letter.size;
    std::u32string all(1, letter.code);
    while (at < text.size() && begins_mark(text[at])) {
      const CodePoint mark = code_point_at(text, at);
      if (mark.code < 0x300 || mark.code > 0x36F) break;
      all.push_back(mark.code);
      at += mark.size;
    }
    const std::size_t end = at--;
    const std::u32string joined = all.size() <= most_marks ? compose_letter(all) : all;
    all_plain = all_plain && joined.size() == 1 && !is_composed_letter(letter.code);
    if (joined.size() == all.size()) continue;
    std::string utf8;
    for (const char32_t code : joined) append_utf8(utf8, code);
    found.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, std::move(utf8)});
  }
  if (found.empty()) return;
  const std::size_t composed = count_composed_letters(text);
  if (composed == 0 ? !all_plain : found.size() > composed) return;
  for (const Joined& j : found) edits.add(j.span, j.letter, 97);
}

std::string rules::decomposed_letter::why(const Explained& change) {
  std::string why("The letter and its accent were two characters; ");
  why += change.after;
  return why + " is one.";
}

}  // namespace palimpsest
