// Words of a table as one text, found by a hash. An array of string views takes a pointer and a
// size for each word, eight bytes of the module that hardly compress; here a word is its letters,
// and what finds it is made when it is first asked. The values of the rows stand beside it, in an
// array of the same order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace palimpsest {

class WordList {
 public:
  static constexpr std::size_t none = ~std::size_t{0};

  /// Words with `|` behind each, fewer than 65,535; the text must live as long as the list. Of two
  /// equal ones the first is found.
  explicit WordList(std::string_view words);

  std::size_t size() const { return begins_.size() - 1; }
  std::string_view operator[](std::size_t row) const {
    return words_.substr(begins_[row], begins_[row + 1] - begins_[row] - 1);
  }
  /// The row of a word, or `none`.
  std::size_t find(std::string_view word) const;
  bool contains(std::string_view word) const { return find(word) != none; }

 private:
  std::size_t slot_of(std::string_view word) const;

  std::string_view words_;
  std::vector<std::uint32_t> begins_;  // of each row, and the end
  std::vector<std::uint16_t> slots_;   // row + 1 by hash, 0 where there is none
};

}  // namespace palimpsest
