// Words with inner marks (U.S., well-known, don't) or with letters beyond ASCII, however encoded.
// Tested by tests/core/causes_test.cpp and the laws.
#include "compare/reader.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {

/// A word with inner marks or with letters beyond ASCII.
void Reader::read_folded_word() {
  const std::size_t begin = at_;
  folded_.clear();
  std::size_t end = at_, apostrophe = 0, apostrophe_folded = 0;
  const bool capital = [&] { return is_upper(read_folded(text_, begin).code); }();
  while (end < text_.size()) {
    const FoldedCharacter c = read_folded(text_, end);
    if (is_word_character(c.code)) {
      append(c.code);
    } else if (c.code == '.' || c.code == ',' || c.code == '-' || c.code == '\'') {
      const std::size_t after = end + c.size;
      // A dash between words, however encoded, is no hyphen.
      if (after >= text_.size() || (c.code == '-' && c.size > 1) ||
          !is_word_character(read_folded(text_, after).code))
        break;
      if (c.code == '\'') apostrophe = end, apostrophe_folded = folded_.size();
      append(c.code);
    } else if (c.code != 0x200B) {
      break;
    }
    end += c.size;
  }
  if (end == begin) {  // nothing that a word can be made of
    read_mark(read_folded(text_, begin));
    return;
  }
  const std::uint32_t flags = Unit::word | (capital ? std::uint32_t{Unit::capital} : 0);
  const std::string_view folded = folded_;
  if (apostrophe > begin) {
    const std::string_view tail = folded.substr(apostrophe_folded + 1);
    std::size_t cut = 0, cut_folded = 0;
    if (is_ending(tail)) cut = apostrophe, cut_folded = apostrophe_folded;
    if ((tail == "t" || tail == "T") && apostrophe > begin + 1 &&
        (text_[apostrophe - 1] | 32) == 'n')
      cut = apostrophe - 1, cut_folded = apostrophe_folded - 1;
    if (cut > begin) {
      add_folded(begin, cut, folded.substr(0, cut_folded), flags);
      units_.add(cut, end, key_of(folded.substr(cut_folded)), short_weight,
                 Unit::word | Unit::joined | Unit::ending);
      at_ = end;
      return;
    }
  }
  const bool ending = folded == "n't" || folded == "N'T";
  add_folded(begin, end, folded, ending ? std::uint32_t{Unit::word | Unit::ending} : flags);
  at_ = end;
}

void Reader::add_folded(std::size_t begin, std::size_t end, std::string_view folded,
                        std::uint32_t flags) {
  std::uint64_t key = key_of(folded);
  if (key == percent) key = '%';
  const std::uint64_t lower = (flags & Unit::capital) != 0 ? key | 0x20 : key;
  units_.add(begin, end, key, weight_of_word(lower, folded.size()), flags);
}

bool Reader::is_word_character(char32_t code) {
  if (code < 128) {
    const Class c = classes[static_cast<std::size_t>(code)];
    return c == letter || c == digit;
  }
  const CharClass c = char_class(code);
  return (c >= CharClass::upper && c <= CharClass::digit);
}

void Reader::append(char32_t code) {
  if (code < 128)
    folded_.push_back(static_cast<char>(code));
  else if (code == U'ﬁ')
    folded_ += "fi";
  else if (code == U'ﬂ')
    folded_ += "fl";
  else
    append_utf8(folded_, code);
}

bool Reader::is_ending(std::string_view tail) {
  for (const std::string_view ending :
       {"s", "re", "ve", "ll", "d", "m", "S", "RE", "VE", "LL", "D", "M"})
    if (tail == ending) return true;
  return false;
}

void Reader::read_wide() {
  const FoldedCharacter c = read_folded(text_, at_);
  if (is_word_character(c.code)) {
    read_folded_word();
    return;
  }
  const CharClass kind = char_class(c.code);
  if (c.code == 0x200B || kind == CharClass::blank || kind == CharClass::format) {
    at_ += c.size;
  } else if (kind == CharClass::line_break) {
    units_.begin_paragraph();
    at_ += c.size;
  } else {
    read_mark(c);
  }
}

}  // namespace palimpsest
