// Which words of a text stand in another one, too, in the same order. Smaller than the alignment of
// core/compare: what it cannot settle cheaply it leaves open, since nothing is restored by doubt.
//
//     text     he told Trump Trump staff      runs: [0,2) with [0,2), [4,5) with [4,5)
//     other    he told them that staff        between them, a place to look at
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "token/token.h"

namespace palimpsest {

/// A word, number or mark of a text; "don’t" is "do", "n", "’" and "t".
struct ComparedWord {
  CleanSpan span;
  TokenKind kind{};
  WordShape shape{};
};

/// A text without its blanks and line ends, with keys that are equal where words differ by nothing
/// but the sort of a quotation mark.
struct ComparedWords {
  std::vector<ComparedWord> words;
  std::vector<std::uint64_t> keys;
  std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }
  const ComparedWord& operator[](std::size_t i) const { return words[i]; }
};
ComparedWords read_words(std::string_view text, const Tokens& tokens);

/// `size` words from `a` on are those from `b` on.
struct SameWords {
  std::uint32_t a, b, size;
  std::uint32_t a_end() const { return a + size; }
  std::uint32_t b_end() const { return b + size; }
};

/// Words that both texts have in one order: sequences that each has once (patience diff, Cohen
/// 2003), of three words, then, where much is left between them, of two and of one; as far as they
/// can be widened. In order in both, not overlapping. O(n log n).
std::vector<SameWords> find_same_words(const ComparedWords& a, const ComparedWords& b);

}  // namespace palimpsest
