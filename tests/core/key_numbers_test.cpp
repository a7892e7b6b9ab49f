// Numbers of keys, checked by a slow map.
#include "text/key_numbers.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

namespace palimpsest::tests {

TEST_CASE("keys get numbers in the order in which they come") {
  KeyNumbers numbers;
  CHECK(numbers.find(7) == KeyNumbers::none);
  CHECK(numbers.add(7) == 0);
  CHECK(numbers.add(0) == 1);
  CHECK(numbers.add(7) == 0);
  CHECK(numbers.insert(~std::uint64_t{0}));
  CHECK_FALSE(numbers.insert(0));
  CHECK(numbers.find(~std::uint64_t{0}) == 2);
  CHECK(numbers.contains(0));
  CHECK_FALSE(numbers.contains(1));
  CHECK(numbers.size() == 3);
}

TEST_CASE("random keys have the numbers of a map") {
  constexpr std::uint64_t seed = 41;
  std::mt19937_64 random(seed);
  KeyNumbers numbers(100);
  std::map<std::uint64_t, std::uint32_t> slow;
  for (int i = 0; i < 20'000; ++i) {
    // Half of them are small or differ in their high bits only.
    std::uint64_t key = random() % 3000;
    if (i % 2 == 0) key <<= 40;
    const auto [place, fresh] = slow.try_emplace(key, static_cast<std::uint32_t>(slow.size()));
    REQUIRE(numbers.add(key) == place->second);
  }
  CHECK(numbers.size() == slow.size());
  for (const auto& [key, number] : slow) REQUIRE(numbers.find(key) == number);
  CHECK_FALSE(numbers.contains(~std::uint64_t{0}));
}

}  // namespace palimpsest::tests
