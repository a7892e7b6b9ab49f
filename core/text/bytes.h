// Questions to many bytes at once. The C library of WebAssembly compares one byte at a time; here
// it is eight.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace palimpsest {

inline bool same_bytes(const char* x, const char* y, std::size_t size) {
  const auto differ = [&](std::size_t at) {
    std::uint64_t p, q;
    std::memcpy(&p, x + at, 8);
    std::memcpy(&q, y + at, 8);
    return p != q;
  };
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 <= size; at += 8)
      if (differ(at)) return false;
    return !differ(size - 8);  // the last eight, some of them for the second time
  }
  for (std::size_t at = 0; at < size; ++at)
    if (x[at] != y[at]) return false;
  return true;
}

inline bool same_bytes(std::string_view x, std::string_view y) {
  return x.size() == y.size() && same_bytes(x.data(), y.data(), x.size());
}

inline bool is_ascii(std::string_view text) {
  std::uint64_t all = 0, eight = 0;
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::memcpy(&eight, text.data() + at, 8);
    all |= eight;
  }
  for (; at < text.size(); ++at) all |= static_cast<unsigned char>(text[at]);
  return (all & 0x8080808080808080) == 0;
}

}  // namespace palimpsest
