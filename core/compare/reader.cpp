// The loop over a text, and its plain words: ASCII letters and digits, found eight bytes at a time;
// up to eight bytes are their own key. Tested by tests/core/causes_test.cpp and the laws.
#include "compare/reader.h"

#include <bit>
#include <cstring>

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

std::uint64_t load(const char* bytes) {
  std::uint64_t x;
  std::memcpy(&x, bytes, 8);
  return x;
}

/// The bytes of `x` below the lowest bit of `stop`, which is the high bit of the byte behind them.
std::uint64_t bytes_before(std::uint64_t x, std::uint64_t stop) {
  return x & ((stop & (~stop + 1)) / 0x80 - 1);
}
std::size_t count_before(std::uint64_t stop) {
  return static_cast<std::size_t>(std::countr_zero(stop)) / 8;
}

bool is_letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }
bool is_capital(char c) { return static_cast<unsigned char>(c - 'A') < 26; }
std::uint32_t flags_of_word(char first) {
  return Unit::word | (is_capital(first) ? std::uint32_t{Unit::capital} : 0);
}

constexpr std::size_t ahead = 24;  // bytes that may be read without asking for the text's end

}  // namespace

void Reader::read() {
  copy_lines();
  while (at_ < text_.size()) {
    switch (classes[static_cast<unsigned char>(text_[at_])]) {
      case blank:
        ++at_;
        break;
      case line_end:
        units_.begin_paragraph();
        if (text_[at_++] == '\n') copy_lines();
        break;
      case letter:
        if (units_.is_inside_sentence()) read_plain_words();
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
  units_.finish();
}

/// Takes over the lines from here on that the other text has, too.
void Reader::copy_lines() {
  if (lines_ == nullptr) return;
  while (const LineIndex::Line* const line = lines_->find(text_, at_)) {
    const Version& other = lines_->version();
    units_.copy(other, line->first, line->last, at_);
    at_ += other.units[line->last - 1].end - other.units[line->first].begin;
    if (at_ == text_.size()) return;
    ++at_;  // the line end
    units_.begin_paragraph();
  }
}

/// Words of a sentence as far as they are plain, and the commas behind them.
void Reader::read_plain_words() {
  const char* const text = text_.data();
  const std::size_t last = text_.size() < ahead ? 0 : text_.size() - ahead;
  std::size_t at = at_;
  UnitWriter::Place place = units_.place();
  while (at < last && place.room > 0) {
    if (!is_letter(text[at])) {
      if (text[at] != ',' || text[at + 1] != ' ') break;
      place.add(at, at + 1, ',', mark_weight, Unit::mark);
      at += 2;
      continue;
    }
    const std::uint64_t x = load(text + at);
    std::uint64_t stop = ~alphanumerics(x) & high;
    std::uint64_t key;
    std::size_t size;
    if (stop != 0) {
      key = bytes_before(x, stop);
      size = count_before(stop);
    } else {
      const std::uint64_t y = load(text + at + 8);
      stop = ~alphanumerics(y) & high;
      if (stop == 0) break;
      size = 8 + count_before(stop);
      key = size == 8 ? x : hash_on(hash_on(hash_of_size(size), x), bytes_before(y, stop)) | hashed;
    }
    const std::size_t end = at + size;
    const auto after = static_cast<unsigned char>(text[end]);
    if (after != ' ' && (joins(end))) break;
    if (key == percent) break;
    place.add(at, end, key, weight_of_word(key | 0x20, size), flags_of_word(text[at]));
    at = end + (text[end] == ' ');
  }
  units_.give_back(place);
  at_ = at;
}

/// Any word that begins with an ASCII letter.
void Reader::read_word() {
  const std::size_t begin = at_;
  if (begin >= text_.size() || !is_letter(text_[begin])) return;  // all were plain
  std::size_t end = begin;
  while (end + 8 <= text_.size()) {
    const std::uint64_t stop = ~alphanumerics(load(text_.data() + end)) & high;
    if (stop != 0) {
      end += count_before(stop);
      break;
    }
    end += 8;
  }
  while (class_at(end) == letter || class_at(end) == digit) ++end;
  if (end < text_.size() && joins(end)) {
    read_folded_word();
    return;
  }
  std::uint64_t key = key_of(text_.substr(begin, end - begin));
  const std::uint8_t weight = weight_of_word(key | 0x20, end - begin);
  if (key == percent) key = '%';
  units_.add(begin, end, key, weight, flags_of_word(text_[begin]));
  at_ = end;
}

}  // namespace palimpsest
