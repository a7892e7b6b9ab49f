#include "entity/currency.h"

#include <algorithm>
#include <iterator>

namespace palimpsest {
namespace {

struct Sign {
  char32_t sign;
  std::string_view code;
};
constexpr Sign signs[] = {
    {'$', "USD"},    {U'£', "GBP"},   {U'€', "EUR"}, {U'¥', "JPY"}, {U'₹', "INR"}, {U'₽', "RUB"},
    {U'₩', "KRW"},   {U'₪', "ILS"},   {U'₺', "TRY"}, {U'₦', "NGN"}, {U'₱', "PHP"}, {U'₴', "UAH"},
    {U'₡', "CRC"},   {U'₫', "VND"},   {U'฿', "THB"}, {U'₵', "GHS"}, {U'₲', "PYG"}, {U'₸', "KZT"},
    {U'₼', "AZN"}, {U'₾', "GEL"}, {U'৳', "BDT"}, {U'₨', "INR"}, {U'₭', "LAK"}, {U'₮', "MNT"},
    {U'＄', "USD"},  {U'￡', "GBP"},  {U'￥', "JPY"}};

struct DollarOf {
  std::string_view letters, code;
};
constexpr DollarOf dollars[] = {
    {"US", "USD"},  {"HK", "HKD"},  {"NT", "TWD"},  {"A", "AUD"},   {"AU", "AUD"},  {"C", "CAD"},
    {"CA", "CAD"},  {"CAN", "CAD"}, {"CDN", "CAD"}, {"S", "SGD"},   {"R", "BRL"},   {"NZ", "NZD"},
    {"Z", "ZWL"},   {"J", "JMD"},   {"MX", "MXN"},  {"TT", "TTD"},  {"BZ", "BZD"},  {"EC", "XCD"},
    {"FJ", "FJD"},  {"N", "NAD"},   {"USD", "USD"}, {"AUD", "AUD"}, {"CAD", "CAD"}, {"NZD", "NZD"},
    {"HKD", "HKD"}, {"SGD", "SGD"}};

}  // namespace

std::string_view currency_of_sign(char32_t sign) {
  const auto found = std::find_if(std::begin(signs), std::end(signs),
                                  [&](const Sign& row) { return row.sign == sign; });
  return found == std::end(signs) ? std::string_view() : found->code;
}

std::string_view dollar_of(std::string_view letters) {
  const auto found = std::find_if(std::begin(dollars), std::end(dollars),
                                  [&](const DollarOf& row) { return row.letters == letters; });
  return found == std::end(dollars) ? std::string_view() : found->code;
}

std::string iso_letters(std::uint32_t code) {
  std::string letters;
  for (; code > 0; code /= 27)
    letters.insert(letters.begin(), static_cast<char>('A' + static_cast<int>(code % 27) - 1));
  return letters;
}

std::string currency_code_of(std::uint32_t currency, std::uint32_t country) {
  if (country == 0) return currency < 27 * 27 ? std::string() : iso_letters(currency);
  const std::string code = iso_letters(country * 27 + currency % 27);
  constexpr std::string_view renamed[][2] = {{"MXP", "MXN"}, {"ARP", "ARS"}, {"UGS", "UGX"},
                                             {"SDP", "SDG"}, {"GHC", "GHS"}, {"ZWD", "ZWL"}};
  for (const auto& [old, now] : renamed)
    if (code == old) return std::string(now);
  return code;
}

}  // namespace palimpsest
