// An exact decimal number, as far as a report writes one: 2.5 million, 4,000, 0.25. No floating
// point: the same digits come out natively and in WebAssembly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace palimpsest {

/// digits times ten to the power of `shift`. All functions give none where 18 digits do not do.
struct Decimal {
  std::uint64_t digits = 0;
  int shift = 0;

  bool operator==(const Decimal&) const = default;
};

/// Of "4,000.50" or "12": digits, commas anywhere, one stop.
std::optional<Decimal> read_decimal(std::string_view text);
std::optional<Decimal> plus(Decimal a, Decimal b);
std::optional<Decimal> times(Decimal a, std::uint64_t factor);
constexpr Decimal times_ten_to(Decimal a, int power) { return {a.digits, a.shift + power}; }
bool less(Decimal a, Decimal b);
/// "4000.5": no group marks, no zeros behind the last decimal; "" for a number of more than 40
/// digits.
std::string print(Decimal a);

}  // namespace palimpsest
