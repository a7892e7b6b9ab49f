// Offsets as the world outside counts them. Inside the core everything is UTF-8 bytes; only export
// knows other units.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace palimpsest {

enum class OffsetUnit : std::uint8_t { utf16, codepoint, byte };

std::string_view name_of(OffsetUnit unit);
std::optional<OffsetUnit> offset_unit_named(std::string_view name);

/// Turns byte offsets of one text into another unit. Holds a view of the text and a counter per 64
/// bytes.
class OffsetCounter {
 public:
  OffsetCounter(std::string_view text, OffsetUnit unit);

  /// Number of units before the byte `at`, which must be a code point's edge. O(1): at most 64
  /// bytes are looked at.
  std::uint32_t operator()(std::uint32_t at) const;

 private:
  std::string_view text_;
  OffsetUnit unit_;
  std::vector<std::uint32_t> before_;  // units before each block of 64 bytes, and of all
};

/// The way in: the byte at which each unit of the text begins, and the text's size. Units inside a
/// code point have no_index, so that a span never cuts one.
std::vector<std::uint32_t> unit_bytes(std::string_view text, OffsetUnit unit);

}  // namespace palimpsest
