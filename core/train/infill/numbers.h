// exp and log without the C library, right to about seven digits: the same on every machine.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "model/hash.h"

namespace palimpsest::train {

/// A power of two times a polynomial.
inline float power_of_e(float x) {
  x = std::clamp(x, -80.f, 80.f) * 1.44269504f;
  const float whole = std::floor(x);
  const float f = x - whole;
  const float p =
      1.f + f * (0.69314718f +
                 f * (0.24022651f +
                      f * (0.05550411f + f * (0.00961813f + f * (0.00133336f + f * 0.00015469f)))));
  return p * same_bits<float>(static_cast<std::uint32_t>(static_cast<int>(whole) + 127) << 23);
}

inline float natural_log(float x) {
  const auto bits = same_bits<std::uint32_t>(x);
  float m = same_bits<float>((bits & 0x7FFFFFu) | 0x3F800000u);
  float e = static_cast<float>(static_cast<int>(bits >> 23) - 127);
  if (m > 1.41421356f) m *= 0.5f, e += 1;
  const float t = (m - 1) / (m + 1), s = t * t;
  return e * 0.69314718f + 2 * t * (1 + s * (1.f / 3 + s * (0.2f + s * (1.f / 7))));
}

}  // namespace palimpsest::train
