// Currencies: their codes (ISO 4217) by sign, by the letters before a dollar sign, and by word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace palimpsest {

/// "£" is GBP; empty for what is no sign of a currency.
std::string_view currency_of_sign(char32_t sign);

/// Dollars (and the real) by the letters glued to the sign: "HK" is HKD; empty for others.
std::string_view dollar_of(std::string_view letters);

/// What iso_code() (terms.h) made a number of.
std::string iso_letters(std::uint32_t code);

/// The code of a currency word, with the country that stands before it: in ISO 4217 a code is the
/// country's two letters and one of the currency's name, so "Canadian" and "dollar" make CAD; with
/// a few exceptions. Empty for a word of many countries ("peso") without one.
std::string currency_code_of(std::uint32_t currency, std::uint32_t country);

}  // namespace palimpsest
