// Sorting in one piece of code for everything that is sorted, by a number in linear time where
// there is one: each std::sort of another type costs the module some 5 KB. Equal items stay in
// order.
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

/// A key by which spans are in the order of the text.
template <class Span>
constexpr std::uint64_t key_of_span(Span span) {
  return two_keys(span.begin, span.end);
}

/// The same, but of two that begin together the longer one comes first.
template <class Span>
constexpr std::uint64_t outer_first(Span span) {
  return two_keys(span.begin, ~span.end);
}

/// A key by which the greatest comes first.
constexpr std::uint64_t greatest_first(std::int64_t number) {
  return ~(static_cast<std::uint64_t>(number) ^ std::uint64_t{1} << 63);
}

/// Whether the item at one place comes before the item at another, asked without their type.
struct ComesBefore {
  const void* items;
  bool (*before)(const void* items, std::uint32_t first, std::uint32_t second);
};

/// The places of `count` items in their order. O(n log n).
std::vector<std::uint32_t> order_of(std::size_t count, ComesBefore asked);

/// The items in another order.
template <class Item>
void put_in_order(std::vector<Item>& items, std::span<const std::uint32_t> order) {
  std::vector<Item> result;
  result.reserve(items.size());
  for (const std::uint32_t place : order) result.push_back(std::move(items[place]));
  items = std::move(result);
}

/// Sorts by what `key` gives for each item. O(n).
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
  put_in_order(items, order_of(keys));
}

/// Sorts items that have no number to go by; `Before` is a function without a state. O(n log n).
template <class Item, class Before>
void sort_by_comparing(std::vector<Item>& items, Before) {
  put_in_order(
      items,
      order_of(items.size(), {items.data(), [](const void* data, std::uint32_t x, std::uint32_t y) {
                                const auto* const all = static_cast<const Item*>(data);
                                return Before{}(all[x], all[y]);
                              }}));
}

}  // namespace palimpsest
