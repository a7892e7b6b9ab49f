// Tested by tests/core/numeral_test.cpp.
#include "entity/decimal.h"

#include <algorithm>

namespace palimpsest {
namespace {

constexpr std::uint64_t limit = 1'000'000'000'000'000'000U;  // ten to the power of 18

/// The digits with a lower shift; none if they do not fit.
std::optional<std::uint64_t> digits_at(Decimal a, int shift) {
  std::uint64_t digits = a.digits;
  if (digits == 0) return 0;
  for (int s = a.shift; s > shift; --s) {
    if (digits >= limit / 10) return std::nullopt;
    digits *= 10;
  }
  return digits;
}

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal result;
  bool decimals = false, any = false;
  for (const char c : text) {
    if (c == ',' && !decimals) continue;
    if (c == '.' && !decimals) {
      decimals = true;
      continue;
    }
    if (c < '0' || c > '9' || result.digits >= limit / 10) return std::nullopt;
    result.digits = result.digits * 10 + static_cast<std::uint64_t>(c - '0');
    result.shift -= decimals ? 1 : 0;
    any = true;
  }
  if (!any) return std::nullopt;
  return result;
}

std::optional<Decimal> plus(Decimal a, Decimal b) {
  const int shift = std::min(a.shift, b.shift);
  const auto x = digits_at(a, shift), y = digits_at(b, shift);
  if (!x || !y) return std::nullopt;
  return Decimal{*x + *y, shift};
}

std::optional<Decimal> times(Decimal a, std::uint64_t factor) {
  if (factor != 0 && a.digits >= limit / factor) return std::nullopt;
  return Decimal{a.digits * factor, a.shift};
}

bool less(Decimal a, Decimal b) {
  const int shift = std::min(a.shift, b.shift);
  const auto x = digits_at(a, shift), y = digits_at(b, shift);
  if (x && y) return *x < *y;
  return x.has_value();  // the one that does not fit is the larger one
}

std::string print(Decimal a) {
  while (a.digits != 0 && a.digits % 10 == 0) {
    a.digits /= 10;
    ++a.shift;
  }
  if (a.digits == 0) return "0";
  if (a.shift > 40 || a.shift < -40) return {};
  std::string text = std::to_string(a.digits);
  if (a.shift >= 0) return text + std::string(static_cast<std::size_t>(a.shift), '0');
  const auto decimals = static_cast<std::size_t>(-a.shift);
  if (text.size() <= decimals) text.insert(0, decimals - text.size() + 1, '0');
  text.insert(text.size() - decimals, ".");
  return text;
}

}  // namespace palimpsest
