// Sorting: checked against std::stable_sort.
#include "text/order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

namespace palimpsest {
namespace {

struct Item {
  std::uint64_t key;
  std::uint32_t number;
  bool operator==(const Item&) const = default;
};

TEST_CASE(
    "sort_by, sort_by_comparing: as std::stable_sort, for few and many, for narrow and wide keys") {
  std::mt19937_64 random(11);
  for (const std::size_t size : {0, 1, 2, 23, 24, 25, 1000})
    for (const std::uint64_t mask : {std::uint64_t{0}, std::uint64_t{3}, std::uint64_t{0xFF00},
                                     std::uint64_t{0xFF000000000000FF}, ~std::uint64_t{0}}) {
      CAPTURE(size);
      CAPTURE(mask);
      std::vector<Item> items;
      for (std::uint32_t i = 0; i < size; ++i) items.push_back({random() & mask, i});
      const std::vector<Item> given = items;
      std::vector<Item> expected = items;
      std::stable_sort(expected.begin(), expected.end(),
                       [](const Item& x, const Item& y) { return x.key < y.key; });
      sort_by(items, [](const Item& item) { return item.key; });
      CHECK(items == expected);
      items = given;
      sort_by_comparing(items, [](const Item& x, const Item& y) { return x.key < y.key; });
      CHECK(items == expected);
    }
}

TEST_CASE("two_keys: the first decides, then the second") {
  CHECK(two_keys(1, 0xFFFFFFFF) < two_keys(2, 0));
  CHECK(two_keys(0x80000000, 1) < two_keys(0x80000000, 2));
}

}  // namespace
}  // namespace palimpsest
