// A radix sort, lowest byte first, in which bytes that all keys share cost nothing; and a merge
// sort. Tested by tests/core/order_test.cpp.
#include "text/order.h"

#include <algorithm>

namespace palimpsest {

std::vector<std::uint32_t> order_of(std::span<const std::uint64_t> keys) {
  constexpr std::size_t few = 24;  // below, moving neighbours is quicker than counting 256 bytes
  std::vector<std::uint32_t> order(keys.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  if (keys.size() < few) {
    for (std::uint32_t i = 1; i < order.size(); ++i) {
      std::size_t at = i;
      for (; at > 0 && keys[order[at - 1]] > keys[i]; --at) order[at] = order[at - 1];
      order[at] = i;
    }
    return order;
  }
  std::uint64_t differing = 0;
  for (const std::uint64_t key : keys) differing |= key ^ keys[0];
  std::vector<std::uint32_t> next(keys.size());
  for (int shift = 0; shift < 64; shift += 8) {
    if (((differing >> shift) & 0xFF) == 0) continue;
    std::uint32_t begin[257] = {};
    for (const std::uint64_t key : keys) ++begin[((key >> shift) & 0xFF) + 1];
    for (std::size_t byte = 1; byte < 256; ++byte) begin[byte] += begin[byte - 1];
    for (const std::uint32_t i : order) next[begin[(keys[i] >> shift) & 0xFF]++] = i;
    order.swap(next);
  }
  return order;
}

std::vector<std::uint32_t> order_of(std::size_t count, ComesBefore asked) {
  std::vector<std::uint32_t> order(count), next(count);
  for (std::uint32_t i = 0; i < count; ++i) order[i] = i;
  for (std::size_t run = 1; run < count; run *= 2) {
    for (std::size_t from = 0; from < count; from += 2 * run) {
      const std::size_t middle = std::min(from + run, count), end = std::min(middle + run, count);
      std::size_t left = from, right = middle;
      for (std::size_t at = from; at < end; ++at) {
        const bool takes_right =
            left == middle || (right < end && asked.before(asked.items, order[right], order[left]));
        next[at] = order[takes_right ? right++ : left++];
      }
    }
    order.swap(next);
  }
  return order;
}

}  // namespace palimpsest
