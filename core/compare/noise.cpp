// Tested by tests/core/causes_test.cpp.
#include "compare/noise.h"

#include "compare/fold.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

constexpr std::uint16_t bit(Noise noise) { return static_cast<std::uint16_t>(noise); }

struct Seen {
  bool mojibake = false, quote = false, dash = false, invisible = false;
};

bool is_quote(char32_t folded) { return folded == '"' || folded == '\''; }

}  // namespace

std::uint16_t noise_of_blanks(std::string_view before, std::string_view after) {
  const auto lines = [](std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).size)
      count += char_class(code_point_at(text, at).code) == CharClass::line_break &&
               !text.substr(at).starts_with("\r\n");
    return count;
  };
  if (lines(before) != lines(after)) return bit(Noise::paragraph);
  return bit(before.empty() || after.empty() ? Noise::joined : Noise::blanks);
}

std::uint16_t noise_of_units(const Version& a, std::uint32_t i, const Version& b, std::uint32_t j) {
  // The two are equal when folded: what each character is differs where the folded ones are read.
  const std::string_view before = a.of(i), after = b.of(j);
  std::uint16_t noise = 0;
  if (a.units[i].is(Unit::number) || b.units[j].is(Unit::number) || a.keys[i] == '%')
    // "25 ,000": a blank before the mark comes from a tokeniser, one behind it from a number
    // format.
    noise |= bit((before.find(" ,") == std::string_view::npos) !=
                         (after.find(" ,") == std::string_view::npos)
                     ? Noise::joined
                     : Noise::number);
  std::size_t x = 0, y = 0;
  while (x < before.size() && y < after.size()) {
    const FoldedCharacter p = read_folded(before, x), q = read_folded(after, y);
    if (p.code == 0x200B || q.code == 0x200B) {
      if (p.code != q.code) noise |= bit(Noise::invisible);
      if (p.code == 0x200B) x += p.size;
      if (q.code == 0x200B) y += q.size;
      continue;
    }
    if (before.substr(x, p.size) != after.substr(y, q.size)) {
      if (p.mojibake != q.mojibake)
        noise |= bit(Noise::mojibake);
      else if (is_quote(p.code) || is_quote(q.code))
        noise |= bit(Noise::quote);
      else if (p.code == '-' || q.code == '-')
        noise |= bit(Noise::dash);
    }
    x += p.size;
    y += q.size;
  }
  if (noise == 0 && a.units[i].is(Unit::mark)) {
    if (a.keys[i] == '"' || a.keys[i] == '\'') noise = bit(Noise::quote);
    if (a.keys[i] == '(' || a.keys[i] == ')') noise = bit(Noise::joined);
    if (a.keys[i] == '-') noise = bit(Noise::dash);
  }
  if (noise == 0) noise = bit(a.units[i].is(Unit::word) ? Noise::number : Noise::invisible);
  return noise;
}

}  // namespace palimpsest
