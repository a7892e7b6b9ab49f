// Writes out the ligatures of Latin typesetting: "the ﬁrst ﬂight" becomes "the first flight".
// Leaves letters of their own alone (ĳ, Ǆ, œ, æ), and a word that the text also has in plain
// letters: there the two spellings are its subject ("ﬂâneur? No: flâneur").
#include <string>

#include "repair/rule.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::string_view plain[] = {"ff",  "fi", "fl", "ffi",
                                      "ffl", "st", "st"};  // U+FB00 to FB06

/// 0 to 6, or -1 where no ligature stands.
int ligature_at(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size() || text[at + 1] != '\xAC') return -1;
  const int which = static_cast<unsigned char>(text[at + 2]) - 0x80;
  return which >= 0 && which <= 6 ? which : -1;
}

std::string in_plain_letters(std::string_view word) {
  std::string result;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const int which = word[at] == '\xEF' ? ligature_at(word, at) : -1;
    if (which < 0) {
      result.push_back(word[at]);
    } else {
      result += plain[which];
      at += 2;
    }
  }
  return result;
}

}  // namespace

void rules::ligature::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii) return;
  const std::string_view text = passage.text;
  // Only a text with few ligatures talks about them; the search stays linear.
  constexpr int few = 2;
  int count = 0;
  for (std::size_t at = text.find('\xEF'); at != std::string_view::npos && count <= few;
       at = text.find('\xEF', at + 1))
    count += ligature_at(text, at) >= 0;
  if (count == 0) return;
  for (std::size_t at = text.find('\xEF'); at != std::string_view::npos;
       at = text.find('\xEF', at + 1)) {
    const int which = ligature_at(text, at);
    if (which < 0) continue;
    if (count <= few) {
      const std::string_view word = passage.of(passage.tokens.at(static_cast<std::uint32_t>(at)));
      if (text.find(in_plain_letters(word)) != std::string_view::npos) continue;
    }
    edits.add({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3)}, plain[which],
              97);
  }
}

std::string rules::ligature::why(const Explained& change) {
  std::string why(change.before);
  why += " is one character, made for typesetting; it stands for the letters ";
  why += change.after;
  return why + ".";
}

}  // namespace palimpsest
