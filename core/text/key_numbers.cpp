// Open addressing with the next slot tried (Knuth, The Art of Computer Programming 3, 6.4), at most
// half full. Tested by tests/core/key_numbers_test.cpp.
#include "text/key_numbers.h"

namespace palimpsest {

KeyNumbers::KeyNumbers(std::size_t expected) {
  std::size_t slots = 16;
  while (slots < 2 * expected) slots *= 2;
  keys_.reserve(expected);
  make_room(slots);
}

std::size_t KeyNumbers::slot_of(std::uint64_t key) const {
  // Fibonacci hashing (Knuth, 6.4): the high bits of the product are the best mixed.
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 32) & mask;
  while (slots_[slot] != 0 && keys_[slots_[slot] - 1] != key) slot = (slot + 1) & mask;
  return slot;
}

void KeyNumbers::make_room(std::size_t slots) {
  slots_.assign(slots, 0);
  for (std::uint32_t number = 0; number < keys_.size(); ++number)
    slots_[slot_of(keys_[number])] = number + 1;
}

std::uint32_t KeyNumbers::add(std::uint64_t key) {
  std::size_t slot = slot_of(key);
  if (slots_[slot] != 0) return slots_[slot] - 1;
  if (2 * (keys_.size() + 1) > slots_.size()) {
    make_room(2 * slots_.size());
    slot = slot_of(key);
  }
  keys_.push_back(key);
  slots_[slot] = size();
  return size() - 1;
}

std::uint32_t KeyNumbers::find(std::uint64_t key) const { return slots_[slot_of(key)] - 1; }

}  // namespace palimpsest
