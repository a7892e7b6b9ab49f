// A closed class of words as a table: sorted when it is compiled, found by halving. For classes
// with a name (months, units, titles), not for what was seen in one text.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace palimpsest {

template <std::size_t N>
class WordSet {
 public:
  template <class... Words>
  constexpr explicit WordSet(Words... words) : words_{words...} {
    for (std::size_t i = 1; i < N; ++i)  // std::sort is not constexpr everywhere
      for (std::size_t j = i; j > 0 && words_[j] < words_[j - 1]; --j) {
        const std::string_view word = words_[j];
        words_[j] = words_[j - 1];
        words_[j - 1] = word;
      }
  }

  constexpr bool contains(std::string_view word) const {
    std::size_t low = 0, high = N;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (words_[middle] == word) return true;
      if (words_[middle] < word)
        low = middle + 1;
      else
        high = middle;
    }
    return false;
  }

 private:
  std::array<std::string_view, N> words_;
};

template <class... Words>
constexpr WordSet<sizeof...(Words)> word_set(Words... words) {
  return WordSet<sizeof...(Words)>(std::string_view(words)...);
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
