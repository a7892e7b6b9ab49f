// Positions in texts, as values that say which text they belong to.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace palimpsest {

/// Half-open range of UTF-8 byte offsets in one particular text; `Text` only says which.
/// A source span does not convert to a clean span: ask the OffsetMap. Texts are shorter than 4 GiB.
template <class Text>
struct Span {
  std::uint32_t begin = 0, end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  /// The bytes of `text` under the span; it must lie inside.
  constexpr std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
  auto operator<=>(const Span&) const = default;
};

using SourceSpan = Span<struct SourceText>;  // the decoded input, before any repair
using CleanSpan = Span<struct CleanText>;  // the repaired text (inside repair/: as repaired so far)

}  // namespace palimpsest
