// The likeliest way from a stretch of the version to the stretch of the damaged text that stands
// for it: words that were kept, phrases that were written over words, and what neither explains.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace palimpsest {

/// Words [a, a_end) of the damaged text stand where the version has [b, b_end).
struct PathStep {
  enum class What : std::uint8_t { kept, written_over, revised };
  What what{};
  std::uint32_t a, a_end, b, b_end;
};

/// For a word of the damaged text, how long the phrases are that may have been written there; bit
/// n: one of n + 1 words.
using PhraseLengths = std::uint32_t;
inline constexpr std::uint32_t longest_phrase = 16;

/// `a`, `b`: keys of the stretches; `phrases`: of each word of `a`. Steps tile both stretches in
/// order; neighbours differ in kind. O(a.size() * b.size() * lengths).
std::vector<PathStep> find_path(std::span<const std::uint64_t> a,
                                std::span<const PhraseLengths> phrases,
                                std::span<const std::uint64_t> b);

}  // namespace palimpsest
