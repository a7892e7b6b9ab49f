// One of the two texts of a comparison, cut into the units that differences are made of.
//
//     In Trump 's  2016  run , 4 , 000 men do n't      A unit: a word with its inner marks (U.S,
//     ‾‾ ‾‾‾‾‾ ‾‾  ‾‾‾‾  ‾‾‾ ‾ ‾‾‾‾‾‾‾ ‾‾‾ ‾‾ ‾‾‾      well-known), a number however it is grouped,
//                                                      an ending ('s, n't), or one mark.
//
// Units have a key, equal where they differ by nothing but encoding, quote mark, dash or number
// format. Blanks belong to no unit. Offsets are UTF-8 bytes.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "text/span.h"

namespace palimpsest {

using OldSpan = Span<struct OldText>;  // the first text of a comparison
using NewSpan = Span<struct NewText>;  // the second

struct Unit {
  static constexpr std::uint16_t paragraph = 1;  // first after a line end, or in the text
  static constexpr std::uint16_t sentence = 2;   // first of a sentence
  static constexpr std::uint16_t word = 4;
  static constexpr std::uint16_t number = 8;  // digits alone, with their separators
  static constexpr std::uint16_t mark = 16;
  static constexpr std::uint16_t capital = 32;  // a word that begins with a capital
  static constexpr std::uint16_t joined =
      64;  // written into one word or number with the unit before
  static constexpr std::uint16_t ending = 128;  // 's, n't, 're …
  static constexpr std::uint16_t quoted = 256;  // behind an opening quotation mark of its paragraph

  std::uint32_t begin, end;
  std::uint8_t weight;  // what finding it again says: quarters, 8 for a content word
  std::uint16_t flags;

  bool is(std::uint16_t flag) const { return (flags & flag) != 0; }
};

/// A vector that grows without filling in what it grew by: the reader writes each item once.
template <class T>
struct Unfilled : std::allocator<T> {
  template <class U>
  struct rebind {
    using other = Unfilled<U>;
  };
  template <class U>
  void construct(U* item) noexcept {
    ::new (static_cast<void*>(item)) U;
  }
  template <class U, class... Values>
  void construct(U* item, Values&&... values) {
    ::new (static_cast<void*>(item)) U(std::forward<Values>(values)...);
  }
};
template <class T>
using UnfilledVector = std::vector<T, Unfilled<T>>;

/// A text, its units and their keys. A value; make it once to compare it with many others.
struct Version {
  std::string text;  // valid UTF-8
  UnfilledVector<Unit> units;
  UnfilledVector<std::uint64_t> keys;    // as long as units
  UnfilledVector<std::uint32_t> weight;  // of the units before each, and of all

  std::uint32_t size() const { return static_cast<std::uint32_t>(units.size()); }
  std::string_view of(std::size_t unit) const {
    return std::string_view(text).substr(units[unit].begin, units[unit].end - units[unit].begin);
  }
  /// Where the blanks before a unit begin; `unit` may be size().
  std::uint32_t end_before(std::size_t unit) const { return unit == 0 ? 0 : units[unit - 1].end; }
  std::uint32_t begin_of(std::size_t unit) const {
    return unit < units.size() ? units[unit].begin : static_cast<std::uint32_t>(text.size());
  }
  std::uint32_t weight_of(std::size_t first, std::size_t last) const {
    return weight[last] - weight[first];
  }
};

/// `text` must be valid UTF-8. Lines that `like` has, too, are copied from there: the same version,
/// sooner. O(n).
Version read_version(std::string text, const Version* like = nullptr);

/// The key of a word: its bytes if there are at most eight ASCII ones, else a hash with the top bit
/// set. The same on every machine.
constexpr std::uint64_t key_of(std::string_view folded);

/// The steps of that hash, for who has the bytes at hand: `size` of the word, then eight bytes at
/// a time, what is missing at the end 0.
constexpr std::uint64_t hash_of_size(std::size_t size) {
  return size * 0x9E3779B97F4A7C15;  // multipliers of the splitmix family
}
constexpr std::uint64_t hash_on(std::uint64_t hash, std::uint64_t eight_bytes) {
  hash = (hash ^ eight_bytes) * 0xD6E8FEB86659FD93;
  return hash ^ (hash >> 32);
}
inline constexpr std::uint64_t hashed = std::uint64_t{1} << 63;

constexpr std::uint64_t key_of(std::string_view folded) {
  const auto word = [&](std::size_t from) {
    std::uint64_t w = 0;
    if (!std::is_constant_evaluated() && folded.size() >= 8) {
      const std::size_t missing = from + 8 > folded.size() ? from + 8 - folded.size() : 0;
      std::memcpy(&w, folded.data() + from - missing, 8);
      return w >> (8 * missing);
    }
    for (std::size_t i = from; i < folded.size() && i < from + 8; ++i)
      w |= std::uint64_t{static_cast<unsigned char>(folded[i])} << (8 * (i - from));
    return w;
  };
  const std::uint64_t first = word(0);
  if (folded.size() <= 8 && (first & 0x8080808080808080) == 0) return first;
  std::uint64_t hash = hash_of_size(folded.size());
  for (std::size_t at = 0; at < folded.size(); at += 8) hash = hash_on(hash, word(at));
  return hash | hashed;
}

/// "said"_key: the key of a word, made by the compiler.
consteval std::uint64_t operator""_key(const char* word, std::size_t size) {
  return key_of({word, size});
}

}  // namespace palimpsest
