// Cuts a text into units, in one pass. Inside compare/: read_version is the face. reader.cpp has
// the loop and the plain words, most of a text; reader_words.cpp words with inner marks or with
// letters beyond ASCII; reader_marks.cpp numbers and marks.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "compare/fold.h"
#include "compare/line_index.h"
#include "compare/unit_writer.h"
#include "compare/version.h"

namespace palimpsest {

class Reader {
 public:
  explicit Reader(Version& version, LineIndex* lines = nullptr)
      : units_(version), text_(version.text), lines_(lines) {}
  void read();

 private:
  enum Class : std::uint8_t { blank, line_end, letter, digit, mark, wide };
  static constexpr auto classes = [] {
    std::array<Class, 256> table{};
    for (std::size_t b = 0; b < 256; ++b)
      table[b] = b >= 128                             ? wide
                 : b >= '0' && b <= '9'               ? digit
                 : (b | 32) >= 'a' && (b | 32) <= 'z' ? letter
                 : b >= 0x0A && b <= 0x0D             ? line_end
                 : b <= ' ' || b == 0x7F              ? blank
                                                      : mark;
    return table;
  }();
  Class class_at(std::size_t at) const {
    return at < text_.size() ? classes[static_cast<unsigned char>(text_[at])] : blank;
  }
  bool is_alphanumeric(std::size_t at) const {
    const Class c = class_at(at);
    return c == letter || c == digit || c == wide;
  }

  /// Whether the mark at `at`, behind letters, may belong to their word: ' or a character beyond
  /// ASCII, or one of . , - with a letter or digit behind it.
  bool joins(std::size_t at) const {
    const auto after = static_cast<unsigned char>(text_[at]);
    return (after == '\'') | (after >= 0x80) |
           (((after == '.') | (after == ',') | (after == '-')) & is_alphanumeric(at + 1));
  }

  void copy_lines();
  void read_plain_words();
  void read_word();

  void read_folded_word();
  void add_folded(std::size_t begin, std::size_t end, std::string_view folded, std::uint32_t flags);
  void append(char32_t code);
  void read_wide();
  static bool is_word_character(char32_t code);
  static bool is_ending(std::string_view tail);

  void read_number();
  bool read_scale(std::size_t begin, std::size_t end);
  std::size_t digits_from(std::size_t at) const;
  std::size_t group_mark(std::size_t at) const;
  void read_mark(FoldedCharacter c);
  std::uint64_t fold_of(char32_t code);

  static constexpr std::uint64_t percent = "percent"_key;

  UnitWriter units_;
  std::string_view text_;
  LineIndex* lines_;  // of the other text, or null
  std::size_t at_ = 0;
  std::string folded_;  // the word being read
};

}  // namespace palimpsest
