// Sorting by a number, in linear time and in one piece of code for everything that is sorted: each
// std::sort of another type costs the module some 5 KB.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace palimpsest {

/// The places of `keys`, the smallest key first; equal keys stay in order. O(n).
std::vector<std::uint32_t> order_of(std::span<const std::uint64_t> keys);

/// A key that compares `first`, then `second`.
constexpr std::uint64_t two_keys(std::uint32_t first, std::uint32_t second) {
  return std::uint64_t{first} << 32 | second;
}

/// Sorts by what `key` gives for each item; stable. O(n).
template <class Item, class Key>
void sort_by(std::vector<Item>& items, Key key) {
  std::vector<std::uint64_t> keys;
  keys.reserve(items.size());
  bool sorted = true;
  for (const Item& item : items) {
    const std::uint64_t next = key(item);
    sorted = sorted && (keys.empty() || keys.back() <= next);
    keys.push_back(next);
  }
  if (sorted) return;
  std::vector<Item> result;
  result.reserve(items.size());
  for (const std::uint32_t place : order_of(keys)) result.push_back(std::move(items[place]));
  items = std::move(result);
}

}  // namespace palimpsest
