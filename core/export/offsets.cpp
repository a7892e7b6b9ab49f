// Tested by tests/core/export_test.cpp.
#include "export/offsets.h"

namespace palimpsest {
namespace {

constexpr std::size_t block = 64;

std::uint32_t units(std::string_view bytes, OffsetUnit unit) {
  std::uint32_t count = 0;
  for (const char c : bytes) {
    const auto b = static_cast<unsigned char>(c);
    count += (b & 0xC0) != 0x80;
    count += unit == OffsetUnit::utf16 && b >= 0xF0;
  }
  return count;
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

OffsetCounter::OffsetCounter(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  if (unit == OffsetUnit::byte) return;
  before_.reserve(text.size() / block + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += block) {
    before_.push_back(count);
    count += units(text.substr(at, block), unit);
  }
}

std::uint32_t OffsetCounter::operator()(std::uint32_t at) const {
  if (unit_ == OffsetUnit::byte) return at;
  const std::size_t whole = at / block;
  return before_[whole] + units(text_.substr(whole * block, at - whole * block), unit_);
}

}  // namespace palimpsest
