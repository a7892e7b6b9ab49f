// Hashes that are the same on every machine and in every version: they are part of the model file.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace palimpsest {

/// Spreads the bits of a number over all of its bits (the finisher of SplitMix64; Steele, Lea and
/// Flood 2014).
constexpr std::uint64_t mix_bits(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
  return x ^ (x >> 31);
}

/// 64-bit FNV-1a of the bytes, with its bits spread.
constexpr std::uint64_t hash_text(std::string_view bytes) {
  std::uint64_t h = 0xCBF29CE484222325u;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  return mix_bits(h);
}

/// The number with the same bits. Emscripten 3.1.6's library has no std::bit_cast yet.
template <class To, class From>
To same_bits(const From& from) {
  static_assert(sizeof(To) == sizeof(From));
  To to;
  std::memcpy(&to, &from, sizeof to);
  return to;
}

}  // namespace palimpsest
