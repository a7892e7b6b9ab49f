// Random numbers that are the same everywhere.
#pragma once

#include <cstdint>

#include "model/hash.h"

namespace palimpsest::train {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t bits() { return mix_bits(state_ += 0x9E3779B97F4A7C15u); }
  /// Below n.
  std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(bits() % n); }
  double part() { return static_cast<double>(bits() >> 11) / 9007199254740992.0; }
  double between(double low, double high) { return low + (high - low) * part(); }
  bool chance(double p) { return part() < p; }

 private:
  std::uint64_t state_;
};

}  // namespace palimpsest::train
