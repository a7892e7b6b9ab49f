// Takes away what nobody sees: soft hyphens ("inter\u00ADnational"), zero-width blanks, marks of
// byte order inside a text, place holders of lost pictures, bidirectional controls in lines without
// a right-to-left letter. A soft hyphen at a line end broke a word there; both go. Leaves joiners
// alone where they carry meaning (emoji, Persian, Indian scripts), zero-width blanks between Thai
// or Chinese letters, and bidirectional controls near Hebrew or Arabic.
#include "repair/rule.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr char32_t soft_hyphen = 0xAD, zero_width_joiner = 0x200D, zero_width_non_joiner = 0x200C,
                   object = 0xFFFC;

bool is_right_to_left(char32_t code) {
  return is_letter(code) &&
         ((code >= 0x590 && code < 0x900) || (code >= 0xFB1D && code < 0xFE00) ||
          (code >= 0xFE70 && code < 0xFEFF) || (code >= 0x10800 && code < 0x11000) ||
          (code >= 0x1E800 && code < 0x1F000));
}

bool is_bidi_control(char32_t code) {
  return code == 0x61C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

bool is_tag(char32_t code) { return code == 0xE0001 || (code >= 0xE0020 && code <= 0xE007F); }

/// Tags behind a black flag say whose it is; no such flag takes more than eight.
bool is_of_a_flag(const Tokens& tokens, std::size_t i) {
  for (int steps = 0; steps < 8 && i > 0; ++steps, --i) {
    if (tokens[i - 1].code == 0x1F3F4) return true;
    if (!is_tag(tokens[i - 1].code)) return false;
  }
  return false;
}

/// The controls that this rule knows; the others of class `format` are seen, or mathematics.
bool is_invisible(char32_t code) {
  return code == soft_hyphen || (code >= 0x200B && code <= 0x200D) || code == 0x2060 ||
         code == 0xFEFF || code == 0x180E || (code >= 0xFFF9 && code <= 0xFFFB) ||
         (code >= 0x206A && code <= 0x206F) || is_tag(code) || is_bidi_control(code);
}

/// Letters whose shapes a joiner changes, or that stand without blanks between words.
bool is_of_other_script(char32_t code) {
  const CharClass c = char_class(code);
  if (c != CharClass::letter && c != CharClass::combining) return false;
  const Script s = script(code);
  return s == Script::arabic || s == Script::cjk || s == Script::other;
}

/// Emoji, their variation selectors, skin tones and flags.
bool is_pictorial(char32_t code) {
  return code == 0xFE0F || code >= 0x1F000 ||
         (code >= 0x2190 && char_class(code) == CharClass::symbol);
}

/// Whether the line around a place holds a right-to-left letter; each line is read once.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  bool right_to_left(std::size_t at) {
    if (at >= end_) {
      const std::size_t before = at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
      std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
      end_ = text_.find('\n', at);
      if (end_ == std::string_view::npos) end_ = text_.size() + 1;
      found_ = false;
      while (begin < end_ && begin < text_.size() && !found_) {
        const CodePoint c = code_point_at(text_, begin);
        found_ = is_right_to_left(c.code);
        begin += c.size;
      }
    }
    return found_;
  }

 private:
  std::string_view text_;
  std::size_t end_ = 0;
  bool found_ = false;
};

/// Where a word goes on that a soft hyphen at `end` of its line broke, or `end` if none does.
std::size_t behind_the_line(std::string_view text, std::size_t end) {
  constexpr std::size_t widest_indent = 16;
  std::size_t at = end;
  while (at < text.size() && at - end < widest_indent && (text[at] == ' ' || text[at] == '\r'))
    ++at;
  if (at >= text.size() || text[at] != '\n') return end;
  ++at;
  while (at < text.size() && at - end < 2 * widest_indent && text[at] == ' ') ++at;
  return at < text.size() && is_lower(code_point_at(text, at).code) ? at : end;
}

}  // namespace

void rules::invisible_character::find(const Passage& passage, Edits& edits) {
  if (passage.habits.ascii) return;
  const std::string_view text = passage.text;
  const bool has_object = text.find("\xEF\xBF\xBC") != std::string_view::npos;
  if (passage.habits.others == 0 && !has_object) return;
  const Tokens& tokens = passage.tokens;
  Lines lines(text);
  const auto goes = [&](std::size_t i) {
    const char32_t code = tokens[i].code;
    if (code == object) return tokens[i].kind() == TokenKind::mark;
    if (tokens[i].kind() != TokenKind::other || !is_invisible(code)) return false;
    const std::uint32_t begin = tokens.begin_of(i), end = tokens.end_of(i);
    const char32_t before = begin > 0 ? code_point_before(text, begin).code : 0;
    const char32_t after = end < text.size() ? code_point_at(text, end).code : 0;
    const bool other_script = is_of_other_script(before) || is_of_other_script(after);
    if (code == zero_width_joiner || code == zero_width_non_joiner)
      return !other_script && !(is_pictorial(before) && is_pictorial(after));
    if (code == 0x200B || code == 0x2060 || code == 0x180E) return !other_script;
    if (is_tag(code)) return !is_of_a_flag(tokens, i);
    if (is_bidi_control(code)) return !lines.right_to_left(begin);
    return true;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!goes(i)) continue;
    const std::size_t first = i;
    while (i + 1 < tokens.size() && goes(i + 1)) ++i;
    std::size_t end = tokens.end_of(i);
    if (tokens[i].code == soft_hyphen && first > 0 && tokens[first - 1].is_word())
      end = behind_the_line(text, end);
    edits.add({tokens.begin_of(first), static_cast<std::uint32_t>(end)}, "", 97,
              static_cast<std::uint8_t>(tokens[first].code == soft_hyphen     ? 1
                                        : tokens[first].code == object        ? 2
                                        : is_bidi_control(tokens[first].code) ? 3
                                                                              : 0));
  }
}

std::string rules::invisible_character::why(const Explained& change) {
  switch (change.detail) {
    case 1:
      return change.before.size() > 2 && change.before.find('\n') != std::string_view::npos
                 ? "A soft hyphen broke the word at the end of a line; the word is whole again."
                 : "A soft hyphen says where a word may be broken; it is not part of the word.";
    case 2:
      return "A picture or another object stood here; it did not come along.";
    case 3:
      return "A control code for text that runs from right to left, in a line that has none.";
    default:
      return "A character without width stood here; it breaks searching and comparing.";
  }
}

}  // namespace palimpsest
