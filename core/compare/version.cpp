// Reads a text into units in one pass. Words of ASCII letters, most of a text, are found eight
// bytes at a time and are their own key; everything else goes through read_folded. Tested by
// tests/core/compare_units_test.cpp.
#include "compare/version.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "compare/fold.h"
#include "compare/words.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

static_assert(std::endian::native == std::endian::little, "keys are bytes in order");

constexpr std::uint64_t ones = 0x0101010101010101, high = 0x8080808080808080;

/// 0x80 in every byte that is an ASCII letter or digit.
std::uint64_t alphanumerics(std::uint64_t x) {
  const std::uint64_t y = x & ~high, lower = y | (ones * 0x20);
  const std::uint64_t letters = (lower + ones * (0x80 - 'a')) & ~(lower + ones * (0x7F - 'z'));
  const std::uint64_t digits = (y + ones * (0x80 - '0')) & ~(y + ones * (0x7F - '9'));
  return (letters | digits) & ~x & high;
}

enum Class : std::uint8_t { none, blank, line_end, letter, digit, mark, wide };
constexpr auto classes = [] {
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

Class class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? classes[static_cast<unsigned char>(text[at])] : blank;
}

// Weights in quarters. A word that carries meaning says more of where it stands than "of" or a
// comma does; a match must be worth more than the hunk it splits (align.cpp).
constexpr std::uint8_t content_weight = 8, short_weight = 5, function_weight = 3, mark_weight = 1;

class Reader {
 public:
  explicit Reader(Version& version) : version_(version), text_(version.text) {
    const std::size_t expected = text_.size() / 5 + 8;  // English has a unit per 5.3 bytes
    version_.units.reserve(expected);
    version_.keys.reserve(expected);
  }

  void read() {
    while (at_ < text_.size()) {
      switch (classes[static_cast<unsigned char>(text_[at_])]) {
        case none:
        case blank:
          ++at_;
          break;
        case line_end:
          next_flags_ |= Unit::paragraph;
          ++at_;
          break;
        case letter:
          read_word();
          break;
        case digit:
          read_number();
          break;
        case mark:
          read_mark({static_cast<unsigned char>(text_[at_]), 1});
          break;
        case wide:
          read_wide();
          break;
      }
    }
  }

 private:
  std::uint64_t load(std::size_t at) const {
    std::uint64_t x = 0;
    if (at + 8 <= text_.size())
      std::memcpy(&x, text_.data() + at, 8);
    else if (at < text_.size())
      std::memcpy(&x, text_.data() + at, text_.size() - at);
    return x;
  }

  void read_word() {
    const std::size_t begin = at_;
    std::uint64_t x = load(begin);
    std::uint64_t rest = ~alphanumerics(x) & high;
    std::size_t end = begin;
    std::uint64_t key = x;
    if (rest != 0) {
      const int bits = std::countr_zero(rest) - 7;
      end += static_cast<std::size_t>(bits) / 8;
      key &= (std::uint64_t{1} << bits) - 1;
    } else {
      do {
        end += 8;
        rest = ~alphanumerics(load(end)) & high;
      } while (rest == 0);
      end += static_cast<std::size_t>(std::countr_zero(rest) - 7) / 8;
      if (end > text_.size()) end = text_.size();
      if (end > begin + 8) key = key_of(text_.substr(begin, end - begin));
    }
    const char after = end < text_.size() ? text_[end] : ' ';
    const bool simple = after == ' ' || (static_cast<unsigned char>(after) < 128 && after != '\'' &&
                                         (!is_joiner(after) || !is_alphanumeric(end + 1)));
    if (simple && !(end - begin == 7 && key == percent))
      add_word(begin, end, key);
    else if (simple)
      add_word(begin, end, std::uint64_t{'%'});
    else
      read_folded_word();
  }

  static constexpr std::uint64_t percent = "percent"_key;
  static bool is_joiner(char c) { return c == '.' || c == ',' || c == '-'; }
  bool is_alphanumeric(std::size_t at) const {
    const Class c = class_at(text_, at);
    return c == letter || c == digit || c == wide;
  }

  void add_word(std::size_t begin, std::size_t end, std::uint64_t key) {
    const char first = text_[begin];
    const bool capital = first >= 'A' && first <= 'Z';
    std::uint8_t weight = content_weight;
    if (end - begin <= 8 && is_function_word(capital ? key | 0x20 : key))
      weight = function_weight;
    else if (end - begin <= 3)
      weight = short_weight;
    const auto flags = static_cast<std::uint16_t>(Unit::word | (capital ? Unit::capital : 0));
    at_ = end;
    if (ended_ || next_flags_ != 0 || version_.units.empty()) {
      add(begin, end, key, weight, flags);
      return;
    }
    // Most words: inside a sentence.
    version_.units.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), weight,
         static_cast<std::uint16_t>(flags | (quote_is_open_ ? Unit::quoted : 0))});
    version_.keys.push_back(key);
  }

  /// A word with inner marks or with letters beyond ASCII.
  void read_folded_word() {
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
    const auto flags = static_cast<std::uint16_t>(Unit::word | (capital ? Unit::capital : 0));
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
        add(cut, end, key_of(folded.substr(cut_folded)), short_weight,
            Unit::word | Unit::joined | Unit::ending);
        at_ = end;
        return;
      }
    }
    const bool ending = folded == "n't" || folded == "N'T";
    add_folded(begin, end, folded, ending ? Unit::word | Unit::ending : flags);
    at_ = end;
  }

  void add_folded(std::size_t begin, std::size_t end, std::string_view folded,
                  std::uint16_t flags) {
    std::uint64_t key = key_of(folded);
    if (key == percent) key = '%';
    const bool function =
        folded.size() <= 8 && is_function_word((flags & Unit::capital) != 0 ? key | 0x20 : key);
    add(begin, end, key,
        function             ? function_weight
        : folded.size() <= 3 ? short_weight
                             : content_weight,
        flags);
  }

  static bool is_word_character(char32_t code) {
    if (code < 128) {
      const Class c = classes[static_cast<std::size_t>(code)];
      return c == letter || c == digit;
    }
    const CharClass c = char_class(code);
    return (c >= CharClass::upper && c <= CharClass::digit);
  }

  void append(char32_t code) {
    if (code < 128)
      folded_.push_back(static_cast<char>(code));
    else if (code == U'ﬁ')
      folded_ += "fi";
    else if (code == U'ﬂ')
      folded_ += "fl";
    else
      append_utf8(folded_, code);
  }

  static bool is_ending(std::string_view tail) {
    for (const std::string_view ending :
         {"s", "re", "ve", "ll", "d", "m", "S", "RE", "VE", "LL", "D", "M"})
      if (tail == ending) return true;
    return false;
  }

  std::size_t digits_from(std::size_t at) const {
    std::size_t end = at;
    while (class_at(text_, end) == digit) ++end;
    return end - at;
  }

  /// Length of what separates two groups of digits at `at`: a comma, with a blank before or after
  /// that a tokeniser set, or a narrow or no-break space. 0 if three digits do not follow.
  std::size_t group_mark(std::size_t at) const {
    std::size_t end = at;
    const std::string_view rest = text_.substr(at);
    if (rest.starts_with("\xC2\xA0")) {
      end += 2;
    } else if (rest.starts_with("\xE2\x80\xAF") || rest.starts_with("\xE2\x80\x89")) {
      end += 3;
    } else {
      if (rest.starts_with(" ,")) ++end;
      if (end >= text_.size() || text_[end] != ',') return 0;
      ++end;
      if (class_at(text_, end) == blank && end < text_.size() && text_[end] == ' ') ++end;
    }
    return digits_from(end) == 3 && class_at(text_, end + 3) != letter ? end - at : 0;
  }

  void read_number() {
    const std::size_t begin = at_;
    std::size_t end = begin + digits_from(begin);
    folded_.assign(text_, begin, end - begin);
    if (end - begin <= 3)
      while (const std::size_t mark_size = group_mark(end)) {
        folded_.append(text_, end + mark_size, 3);
        end += mark_size + 3;
      }
    while (end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
           class_at(text_, end + 1) == digit) {
      const std::size_t more = digits_from(end + 1);
      folded_.append(text_, end, more + 1);
      end += more + 1;
    }
    const Class after = class_at(text_, end);
    if (after == letter || after == wide ||
        (after == mark && (text_[end] == '-' || text_[end] == '\'' || text_[end] == '.') &&
         is_alphanumeric(end + 1))) {
      if (after == letter && read_scale(begin, end)) return;
      if (after != wide || is_word_character(read_folded(text_, end).code)) {
        read_folded_word();
        return;
      }
    }
    add(begin, end, key_of(folded_), content_weight, Unit::number);
    at_ = end;
  }

  /// "4bn", "$4m": the number, and its scale as a unit of its own, equal to "billion".
  bool read_scale(std::size_t begin, std::size_t end) {
    std::size_t last = end;
    while (class_at(text_, last) == letter) ++last;
    const std::string_view suffix = text_.substr(end, last - end);
    const bool money = begin > 0 && !version_.units.empty() && version_.units.back().end == begin &&
                       is_currency(version_.keys.back());
    std::string_view scale;
    if (suffix == "bn" || (money && (suffix == "b" || suffix == "B"))) scale = "billion";
    if (suffix == "mn" || suffix == "mln" || (money && (suffix == "m" || suffix == "M")))
      scale = "million";
    if (suffix == "tn" || suffix == "trn") scale = "trillion";
    if (money && (suffix == "k" || suffix == "K")) scale = "thousand";
    if (scale.empty() || (class_at(text_, last) == digit)) return false;
    add(begin, end, key_of(folded_), content_weight, Unit::number);
    add(end, last, key_of(scale), content_weight, Unit::word | Unit::joined);
    at_ = last;
    return true;
  }

  static bool is_currency(std::uint64_t key) {
    return key == '$' || key == "£"_key || key == "€"_key || key == "¥"_key;
  }

  void read_wide() {
    const FoldedCharacter c = read_folded(text_, at_);
    if (is_word_character(c.code)) {
      read_folded_word();
      return;
    }
    const CharClass kind = char_class(c.code);
    if (c.code == 0x200B || kind == CharClass::blank || kind == CharClass::format) {
      at_ += c.size;
    } else if (kind == CharClass::line_break) {
      next_flags_ |= Unit::paragraph;
      at_ += c.size;
    } else {
      read_mark(c);
    }
  }

  void read_mark(FoldedCharacter c) {
    const std::size_t begin = at_;
    std::size_t end = begin + c.size;
    std::uint64_t key = fold_of(c.code);
    if (key == '\'') {
      if (end < text_.size() && fold_of(read_folded(text_, end).code) == '\'') {
        end += read_folded(text_, end).size;  // `` and '' are one mark
        key = '"';
      } else if (class_at(text_, end) == letter) {
        std::size_t last = end;
        while (class_at(text_, last) == letter) ++last;
        const std::string_view tail = text_.substr(end, last - end);
        const bool after_blank = begin > 0 && class_at(text_, begin - 1) == blank;
        if (after_blank && class_at(text_, last) != digit && is_ending(tail)) {
          folded_.assign("'").append(tail);
          add(begin, last, key_of(folded_), short_weight, Unit::word | Unit::ending);
          at_ = last;
          return;
        }
      }
    } else if (key == '-') {
      const std::string_view rest = text_.substr(begin);
      if (rest.starts_with("-LRB-")) end = begin + 5, key = '(';
      if (rest.starts_with("-RRB-")) end = begin + 5, key = ')';
      if (rest.starts_with("--")) end = begin + 2;
    } else if (key == '.' && text_.substr(begin, 3) == "...") {
      end = begin + 3;
      key = "…"_key;
    }
    add(begin, end, key, mark_weight, Unit::mark);
    at_ = end;
  }

  std::uint64_t fold_of(char32_t code) {
    if (code < 128) return code == '`' ? std::uint64_t{'\''} : std::uint64_t{code};
    folded_.clear();
    append_utf8(folded_, code);
    return key_of(folded_);
  }

  // A sentence ends at . ! ? … and its closing marks; the next unit behind a blank begins another
  // if it can. A quote mark between blanks closes if one is open: so tokenised texts have sentences
  // too.
  void add(std::size_t begin, std::size_t end, std::uint64_t key, int weight, int flags_in) {
    auto flags = static_cast<std::uint16_t>(flags_in | next_flags_);
    const bool after_blank = version_.units.empty() || version_.units.back().end != begin;
    if (version_.units.empty()) flags |= Unit::paragraph;
    if ((flags & Unit::paragraph) != 0) quote_is_open_ = false;
    if (quote_is_open_) flags |= Unit::quoted;
    bool stays_ended = false;
    if (key == '"') {
      const bool closes = quote_is_open_;
      quote_is_open_ = !quote_is_open_;
      stays_ended = ended_ && closes;
    } else if (key == ')' || key == ']' || (key == '\'' && !after_blank)) {
      stays_ended = ended_;
    }
    const bool can_begin = (flags & (Unit::capital | Unit::number)) != 0 || key == '"' ||
                           key == '(' || key == '\'' || key == '[';
    if ((flags & Unit::paragraph) != 0 || (ended_ && !stays_ended && after_blank && can_begin))
      flags |= Unit::sentence;
    const bool stop = key == '.' || key == '!' || key == '?' || key == "…"_key;
    ended_ = stays_ended || (stop && !(key == '.' && stop_is_of_the_word(begin)));
    next_flags_ = 0;
    version_.units.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                              static_cast<std::uint8_t>(weight), flags});
    version_.keys.push_back(key);
  }

  /// "J. Morgan", "U.S. troops", "Gov. Brown".
  bool stop_is_of_the_word(std::size_t stop) const {
    if (version_.units.empty() || version_.units.back().end != stop) return false;
    const Unit& last = version_.units.back();
    if (!last.is(Unit::capital)) return false;
    const std::uint64_t key = version_.keys.back();
    if (last.end - last.begin == 1) return key != 'I';
    return is_abbreviated_title(key | 0x20) ||
           version_.of(version_.units.size() - 1).find('.') != std::string_view::npos;
  }

  Version& version_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint16_t next_flags_ = 0;
  bool ended_ = false, quote_is_open_ = false;
  std::string folded_;
};

}  // namespace

Version read_version(std::string text) {
  Version version;
  version.text = std::move(text);
  Reader(version).read();
  version.weight.reserve(version.units.size() + 1);
  std::uint32_t sum = 0;
  version.weight.push_back(0);
  for (const Unit& unit : version.units) version.weight.push_back(sum += unit.weight);
  return version;
}

}  // namespace palimpsest
