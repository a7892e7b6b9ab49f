// Tested by the cases of the mojibake row.
#include "repair/mojibake_stretch.h"

#include <algorithm>
#include <cstring>

#include "text/utf8.h"

namespace palimpsest {
namespace {

// Bytes read at once, and bytes read before the place that was found: Chinese has few blanks.
constexpr std::uint32_t max_stretch = 8192, max_before = 1024;

bool is_space(char byte) { return static_cast<unsigned char>(byte) <= ' '; }
bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

/// The first byte at `at` or behind that is not ASCII.
std::uint32_t end_of_ascii(std::string_view text, std::uint32_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080ULL;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & high_bits) != 0) break;
  }
  while (at < text.size() && is_ascii(text[at])) ++at;
  return at;
}

/// "voilÃ  le": a capital ends the word before the blank at `at`; "Ã  la": two blanks.
bool may_end_in_blank(std::string_view text, std::uint32_t at) {
  const CodePoint last = code_point_before(text, at);
  const char before = at > last.size ? text[at - last.size - 1] : ' ';
  if (before == ' ' && last.code == U'Ã' && at + 1 < text.size()) return text[at + 1] == ' ';
  return before >= 'a' && before <= 'z';
}

/// "agreed,â€ he": `code`, from `at` to `end`, is the second byte of a closing mark whose third one
/// is lost.
bool ends_in_closing_mark(std::string_view text, char32_t code, std::uint32_t at,
                          std::uint32_t end) {
  if ((code != U'€' && code != 0x80 && code != U'Ђ') || at == 0 || is_ascii(text[at - 1]))
    return false;
  const char32_t first = code_point_before(text, at).code;
  return (first == U'â' || first == U'в') && (end == text.size() || is_ascii(text[end]));
}

/// True if the character before the blank at `at`, or the two before it, begin a longer sequence in
/// some page: the blank may be its byte A0.
bool is_open(std::string_view text, std::uint32_t at) {
  const RoleTable& roles = RoleTable::get();
  if (text[at] != ' ' || at == 0) return false;
  const CodePoint last = code_point_before(text, at);
  if ((roles[last.code].first() & pages_with_no_break_space) != 0) return true;
  if (at <= last.size || (roles[last.code].later & pages_with_no_break_space) == 0) return false;
  const CodePoint before = code_point_before(text, at - last.size);
  return before.code >= 0x80 &&
         (roles[before.code].first_of_more & only(CodePage::windows_1252)) != 0;
}

}  // namespace

Stretch StretchFinder::around(std::uint32_t at) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  Stretch s{at, at};
  const auto is_inside = [&](std::uint32_t i) { return !is_space(text_[i]) || is_open(text_, i); };
  while (s.begin > done_ && at - s.begin < max_before && is_inside(s.begin - 1)) --s.begin;
  while (!is_boundary(text_, s.begin)) ++s.begin;
  while (s.end < size && is_inside(s.end) &&
         (s.end - s.begin < max_stretch || !is_boundary(text_, s.end)))
    ++s.end;
  // The second of two blanks tells that the first was a byte.
  if (s.end < size && s.end > at && text_[s.end] == ' ' && text_[s.end - 1] == ' ') ++s.end;
  return s;
}

bool StretchFinder::next(Stretch& stretch, MojibakeEvidence& evidence) {
  const RoleTable& roles = RoleTable::get();
  const auto size = static_cast<std::uint32_t>(text_.size());
  Roles last, before;  // of the two characters before, if they touch
  int strays = 0;      // letters outside ASCII between two blanks
  for (std::uint32_t at = at_; at < size;) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    std::uint32_t end = at + 1;
    bool hit = false;
    if (byte < 0x80) {
      hit = byte == ' ' && (last.first_of_two & only(CodePage::windows_1252)) != 0 &&
            may_end_in_blank(text_, at);
      if (!hit) {
        if (strays > 0 && byte <= ' ') {
          evidence.see_strays(at, strays);
          strays = 0;
        }
        last = before = {};
        at = strays > 0 ? end : end_of_ascii(text_, end);
        continue;
      }
    } else if (byte >= 0xE3 && byte != 0xEF) {  // past U+3000 no character stands in a page
      at += byte >= 0xF0 ? 4 : 3;
      ++strays;
      last = before = {};
      continue;
    } else {
      const char32_t code =
          byte < 0xE0 ? (byte & 0x1Fu) << 6 | (static_cast<unsigned char>(text_[at + 1]) & 0x3Fu)
                      : code_point_at(text_, at).code;
      end = at + (byte < 0xE0 ? 2 : 3);
      const Roles here = roles[code];
      hit = ((last.first_of_two | (before.first_of_more & last.later)) & here.later) != 0 ||
            ends_in_closing_mark(text_, code, at, end);
      evidence.see(code);
      strays += code >= 0xC0 && code < 0x2000;
      before = last;
      last = here;
    }
    if (hit) {
      stretch = around(at);
      at_ = done_ = std::max(stretch.end, end);
      return true;
    }
    at = end;
  }
  if (strays > 0) evidence.see_strays(size - 1, strays);
  at_ = size;
  return false;
}

bool StretchFinder::next_first_byte(Stretch& stretch, PageSet pages, std::uint32_t end) {
  const RoleTable& roles = RoleTable::get();
  while (at_ < end) {
    if (is_ascii(text_[at_])) {
      at_ = end_of_ascii(text_, at_ + 1);
      continue;
    }
    const CodePoint c = code_point_at(text_, at_);
    if ((roles[c.code].first() & pages) == 0) {
      at_ += c.size;
      continue;
    }
    stretch = around(at_);
    stretch.end = std::min(stretch.end, end);
    at_ = done_ = std::max(stretch.end, at_ + c.size);
    return true;
  }
  return false;
}

}  // namespace palimpsest
