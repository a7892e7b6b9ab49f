// Tested by tests/core/cli_test.cpp.
#include "export/offsets.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "entity/mention.h"
#include "text/bytes.h"

namespace palimpsest {
namespace {

constexpr std::size_t block = 64;

/// Units that begin in eight bytes: those that go on with a code point begin none, and one past
/// U+FFFF, whose first byte is F0 or more, has two UTF-16 units.
std::uint32_t units_of_eight(std::uint64_t bytes, OffsetUnit unit) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  const std::uint64_t goes_on = (bytes >> 7) & ~(bytes >> 6) & ones;
  const std::uint64_t is_long =
      unit == OffsetUnit::utf16 ? (bytes >> 7) & (bytes >> 6) & (bytes >> 5) & (bytes >> 4) & ones
                                : 0;
  return static_cast<std::uint32_t>(8 - std::popcount(goes_on) + std::popcount(is_long));
}

std::uint32_t units(const char* bytes, std::size_t size, OffsetUnit unit) {
  constexpr std::uint64_t high = 0x8080808080808080;
  std::uint32_t count = 0;
  std::uint64_t eight = 0;
  for (; size >= 8; bytes += 8, size -= 8) {
    std::memcpy(&eight, bytes, 8);
    count += (eight & high) == 0 ? 8 : units_of_eight(eight, unit);
  }
  if (size == 0) return count;
  eight = 0;
  std::memcpy(&eight, bytes, size);
  return count + units_of_eight(eight, unit) - static_cast<std::uint32_t>(8 - size);
}

}  // namespace

std::string_view name_of(OffsetUnit unit) {
  constexpr std::string_view names[] = {"utf16", "codepoint", "byte"};
  return names[static_cast<std::size_t>(unit)];
}

std::optional<OffsetUnit> offset_unit_named(std::string_view name) {
  for (const OffsetUnit unit : {OffsetUnit::utf16, OffsetUnit::codepoint, OffsetUnit::byte})
    if (name == name_of(unit)) return unit;
  return std::nullopt;
}

OffsetCounter::OffsetCounter(std::string_view text, OffsetUnit unit)
    : text_(text), unit_(is_ascii(text) ? OffsetUnit::byte : unit) {
  if (unit_ == OffsetUnit::byte) return;
  before_.reserve(text.size() / block + 2);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += block) {
    before_.push_back(count);
    count += units(text.data() + at, std::min(block, text.size() - at), unit);
  }
  before_.push_back(count);
}

std::uint32_t OffsetCounter::operator()(std::uint32_t at) const {
  if (unit_ == OffsetUnit::byte) return at;
  const std::size_t whole = at / block, begin = whole * block;
  if (begin >= text_.size()) return before_.back();
  // As many units as bytes: all of the block is ASCII. Most blocks are.
  const std::size_t bytes = std::min(block, text_.size() - begin);
  if (before_[whole + 1] - before_[whole] == bytes)
    return before_[whole] + static_cast<std::uint32_t>(at - begin);
  return before_[whole] + units(text_.data() + begin, at - begin, unit_);
}

std::vector<std::uint32_t> unit_bytes(std::string_view text, OffsetUnit unit) {
  std::vector<std::uint32_t> bytes;
  bytes.reserve(text.size() + 1);
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0) == 0x80) {
      if (unit == OffsetUnit::byte) bytes.push_back(no_index);
      continue;
    }
    bytes.push_back(at);
    if (unit == OffsetUnit::utf16 && byte >= 0xF0) bytes.push_back(no_index);
  }
  bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return bytes;
}

}  // namespace palimpsest
