// The same number in another form: "4 , 000", "4,000"; "25 percent", "25%"; "four", "4"; "$4
// billion", "$4bn". Leaves numbers alone that are not equal.
#include "compare/sides.h"

namespace palimpsest {
namespace {

/// The text without blanks and commas, scales and shares in their short form: also where a number
/// is tied to another word ("$312 million-less", "$312m-less").
std::string one_form(const Words& words) {
  std::string text;
  for (const char c : words.text())
    if (static_cast<unsigned char>(c) > ' ' && c != ',') text.push_back(c);
  constexpr std::string_view forms[][2] = {{"million", "m"}, {"billion", "bn"}, {"trillion", "tn"},
                                           {"percent", "%"}, {"thousand", "k"}, {"mn", "m"}};
  for (const auto& [from, to] : forms)
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;)
      text.replace(at, from.size(), to);
  return text;
}

}  // namespace

bool causes::number_format::matches(const Difference& d) {
  if (d.hunk.noise != 0) return has_noise(d, Noise::number);
  const Words x = old_side(d), y = new_side(d);
  if (x.empty() || y.empty() || x.size() > 6 || y.size() > 6 || !has_number(x) || !has_number(y))
    return false;
  const double before = number_value(x), after = number_value(y);
  if (before >= 0 && before == after) return true;
  return one_form(x) == one_form(y);
}

std::string causes::number_format::why(const Difference& d) {
  return quoted(d.hunk.a.of(d.a.text)) + " and " + quoted(d.hunk.b.of(d.b.text)) +
         " are the same number, written in two ways";
}

}  // namespace palimpsest
