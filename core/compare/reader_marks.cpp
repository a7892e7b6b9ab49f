// Numbers, however grouped, and marks. Tested by tests/core/causes_test.cpp and the laws.
#include "compare/reader.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

bool is_currency(std::uint64_t key) {
  return key == '$' || key == "£"_key || key == "€"_key || key == "¥"_key;
}

}  // namespace

std::size_t Reader::digits_from(std::size_t at) const {
  std::size_t end = at;
  while (class_at(end) == digit) ++end;
  return end - at;
}

/// Length of what separates two groups of digits at `at`: a comma, with a blank before or after
/// that a tokeniser set, or a narrow or no-break space. 0 if three digits do not follow.
std::size_t Reader::group_mark(std::size_t at) const {
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
    if (class_at(end) == blank && end < text_.size() && text_[end] == ' ') ++end;
  }
  return digits_from(end) == 3 && class_at(end + 3) != letter ? end - at : 0;
}

void Reader::read_number() {
  const std::size_t begin = at_;
  std::size_t end = begin + digits_from(begin);
  folded_.assign(text_, begin, end - begin);
  if (end - begin <= 3)
    while (const std::size_t mark_size = group_mark(end)) {
      folded_.append(text_, end + mark_size, 3);
      end += mark_size + 3;
    }
  while (end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
         class_at(end + 1) == digit) {
    const std::size_t more = digits_from(end + 1);
    folded_.append(text_, end, more + 1);
    end += more + 1;
  }
  const Class after = class_at(end);
  if (after == letter || after == wide ||
      (after == mark && (text_[end] == '-' || text_[end] == '\'' || text_[end] == '.') &&
       is_alphanumeric(end + 1))) {
    if (after == letter && read_scale(begin, end)) return;
    if (after != wide || is_word_character(read_folded(text_, end).code)) {
      read_folded_word();
      return;
    }
  }
  units_.add(begin, end, key_of(folded_), content_weight, Unit::number);
  at_ = end;
}

/// "4bn", "$4m": the number, and its scale as a unit of its own, equal to "billion".
bool Reader::read_scale(std::size_t begin, std::size_t end) {
  std::size_t last = end;
  while (class_at(last) == letter) ++last;
  const std::string_view suffix = text_.substr(end, last - end);
  const bool money = begin > 0 && units_.touches(begin) && is_currency(units_.last_key());
  std::string_view scale;
  if (suffix == "bn" || (money && (suffix == "b" || suffix == "B"))) scale = "billion";
  if (suffix == "mn" || suffix == "mln" || (money && (suffix == "m" || suffix == "M")))
    scale = "million";
  if (suffix == "tn" || suffix == "trn") scale = "trillion";
  if (money && (suffix == "k" || suffix == "K")) scale = "thousand";
  if (scale.empty() || (class_at(last) == digit)) return false;
  units_.add(begin, end, key_of(folded_), content_weight, Unit::number);
  units_.add(end, last, key_of(scale), content_weight, Unit::word | Unit::joined);
  at_ = last;
  return true;
}

void Reader::read_mark(FoldedCharacter c) {
  const std::size_t begin = at_;
  std::size_t end = begin + c.size;
  std::uint64_t key = fold_of(c.code);
  if (key == '\'') {
    if (end < text_.size() && fold_of(read_folded(text_, end).code) == '\'') {
      end += read_folded(text_, end).size;  // `` and '' are one mark
      key = '"';
    } else if (class_at(end) == letter) {
      std::size_t last = end;
      while (class_at(last) == letter) ++last;
      const std::string_view tail = text_.substr(end, last - end);
      const bool after_blank = begin > 0 && class_at(begin - 1) == blank;
      if (after_blank && class_at(last) != digit && is_ending(tail)) {
        folded_.assign("'").append(tail);
        units_.add(begin, last, key_of(folded_), short_weight, Unit::word | Unit::ending);
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
  units_.add(begin, end, key, mark_weight, Unit::mark);
  at_ = end;
}

std::uint64_t Reader::fold_of(char32_t code) {
  if (code < 128) return code == '`' ? std::uint64_t{'\''} : std::uint64_t{code};
  folded_.clear();
  append_utf8(folded_, code);
  return key_of(folded_);
}

}  // namespace palimpsest
