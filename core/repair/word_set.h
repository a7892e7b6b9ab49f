// A closed class of words as a table: sorted when it is compiled, found by halving those of its
// size. For classes with a name (months, units, titles), not for what was seen in one text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace palimpsest {

/// The letters of the words, shorter words first and those of one size in order: so a word needs no
/// pointer and no size, which would be eight bytes each.
template <std::size_t count, std::size_t letters>
class WordSet {
 public:
  constexpr explicit WordSet(std::array<std::string_view, count> words) {
    const auto comes_before = [](std::string_view a, std::string_view b) {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    };
    for (std::size_t i = 1; i < count; ++i) {  // std::sort is not constexpr everywhere
      const std::string_view word = words[i];
      std::size_t at = i;
      for (; at > 0 && comes_before(word, words[at - 1]); --at) words[at] = words[at - 1];
      words[at] = word;
    }
    std::size_t at = 0, size = 0;
    for (const std::string_view word : words) {
      for (; size < word.size(); ++size) begins_[size + 1] = static_cast<std::uint16_t>(at);
      for (const char c : word) letters_[at++] = c;
    }
    for (; size < longest; ++size) begins_[size + 1] = static_cast<std::uint16_t>(at);
  }

  constexpr bool contains(std::string_view word) const {
    const std::size_t size = word.size();
    if (size == 0 || size >= longest) return false;
    std::size_t low = 0, high = (begins_[size + 1] - begins_[size]) / size;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      const std::string_view here(letters_.data() + begins_[size] + middle * size, size);
      if (here == word) return true;
      if (here < word)
        low = middle + 1;
      else
        high = middle;
    }
    return false;
  }

 private:
  static constexpr std::size_t longest = 28;
  std::array<std::uint16_t, longest + 1> begins_{};  // by size
  std::array<char, letters> letters_{};
};

/// A word must be shorter than 28 bytes.
template <std::size_t... sizes>
constexpr auto word_set(const char (&... words)[sizes]) {
  static_assert(((sizes > 1 && sizes <= 28) && ...));
  return WordSet<sizeof...(sizes), (sizes + ...) - sizeof...(sizes)>(
      {std::string_view(words, sizes - 1)...});
}

/// A word with its ASCII capitals made small, without an allocation. Words longer than any entry of
/// a table come out empty.
class LowerWord {
 public:
  explicit constexpr LowerWord(std::string_view word) {
    if (word.size() > sizeof text_) return;
    for (const char c : word)
      text_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  constexpr std::string_view view() const { return {text_, size_}; }
  constexpr operator std::string_view() const { return view(); }
  friend constexpr bool operator==(const LowerWord& a, std::string_view b) { return a.view() == b; }

 private:
  char text_[24] = {};
  std::size_t size_ = 0;
};

}  // namespace palimpsest
