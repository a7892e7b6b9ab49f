// Numbers for keys, 0, 1, 2 … in the order in which they come: what is known of a key is then an
// entry of a vector. One piece of code, where each map of other values costs the module some 4 KB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace palimpsest {

class KeyNumbers {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  /// Room for so many keys; more may come.
  explicit KeyNumbers(std::size_t expected = 0);

  /// The key's number, a new one for a new key. O(1).
  std::uint32_t add(std::uint64_t key);
  /// The key's number, or `none`. O(1).
  std::uint32_t find(std::uint64_t key) const;
  bool contains(std::uint64_t key) const { return find(key) != none; }
  /// Whether the key is new; it is there afterwards.
  bool insert(std::uint64_t key) {
    const std::uint32_t before = size();
    return add(key) == before;
  }
  std::uint64_t key_of(std::uint32_t number) const { return keys_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }

 private:
  std::size_t slot_of(std::uint64_t key) const;
  void make_room(std::size_t slots);

  std::vector<std::uint64_t> keys_;   // by number
  std::vector<std::uint32_t> slots_;  // number + 1 by hash, 0 where there is none
};

}  // namespace palimpsest
