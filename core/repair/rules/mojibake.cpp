// Undoes UTF-8 that was read as Windows-1252, one round: "mayorâ€™s" becomes "mayor’s".
// Leaves alone what is no whole UTF-8 sequence ("VIÐ”" is Icelandic: the second byte of a pair may
// not be a quote mark after a capital at a word's end) and letters that stand for themselves ("Ã"
// alone).
#include <array>

#include "repair/rule.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

// The characters of bytes 0x80-0x9F in Windows-1252; the five undefined ones are the C1 controls,
// as browsers read them.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

/// The byte that Windows-1252 reads as `code`, or -1.
int byte_of(char32_t code) {
  if (code >= 0xA0 && code <= 0xFF) return static_cast<int>(code);
  for (std::size_t i = 0; i < windows_1252.size(); ++i)
    if (windows_1252[i] == code || code == 0x80 + i) return static_cast<int>(0x80 + i);
  return -1;
}

/// A letter that Windows-1252 text really holds before a mark such as ² or ”: then two bytes prove
/// nothing.
bool is_doubtful_pair(std::string_view text, std::size_t begin, char32_t second) {
  const bool second_is_mark = !is_letter(second);
  const bool after_capital = begin > 0 && is_upper(code_point_before(text, begin).code);
  return second_is_mark && after_capital;
}

}  // namespace

void rules::mojibake::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii) return;
  const std::string_view text = passage.text;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) <
        0xC3) {  // the lead bytes C2-F4 are characters from U+00C2 on
      ++at;
      continue;
    }
    if (!is_boundary(text, at)) {
      ++at;
      continue;
    }
    std::string bytes;
    std::size_t end = at;
    char32_t second = 0;
    while (end < text.size() && bytes.size() < 4) {
      const CodePoint c = code_point_at(text, end);
      const int byte = byte_of(c.code);
      if (byte < 0) break;
      if (bytes.size() == 1) second = c.code;
      bytes.push_back(static_cast<char>(byte));
      end += c.size;
    }
    const CodePoint read = bytes.empty() ? CodePoint{} : read_utf8(bytes, 0);
    if (bytes.empty() || !read.valid || read.size < 2 ||
        char_class(read.code) == CharClass::unassigned ||
        char_class(read.code) == CharClass::control ||
        (read.size == 2 && is_doubtful_pair(text, at, second))) {
      at += code_point_at(text, at).size;
      continue;
    }
    end = at;
    for (std::uint32_t i = 0; i < read.size; ++i) end += code_point_at(text, end).size;
    edits.add({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
              std::string_view(bytes).substr(0, read.size), read.size == 2 ? 95 : 99);
    at = end;
  }
}

std::string rules::mojibake::why(const Explained& change) {
  const std::size_t count = code_point_length(change.before);
  constexpr std::string_view numbers[] = {"no", "one", "two", "three", "four"};
  return "UTF-8 was read as Windows-1252: the " +
         std::string(count < 5 ? numbers[count] : "several") + " characters " +
         std::string(change.before) + " were one " + std::string(change.after);
}

}  // namespace palimpsest
