// What punctuation is good for, by its character: which marks end a clause, open or close
// something, or quote. The one table for all who ask; what a mark does in a place is theirs to say.
#pragma once

#include <cstdint>

namespace palimpsest {

enum class MarkSort : std::uint8_t {
  none,            // any other character
  stop,            // . , ; : ! ?
  dots,            // …
  opening,         // ( [ { < ¿ ¡
  closing,         // ) ] } >
  opening_quote,   // by its shape: “ ‘ „ ‚ « ‹
  closing_quote,   // ” ’ » ›
  straight_quote,  // " ' `
  dash             // - – — and their kin
};

MarkSort mark_sort(char32_t code);

constexpr bool is_quote(MarkSort sort) {
  return sort >= MarkSort::opening_quote && sort <= MarkSort::straight_quote;
}

}  // namespace palimpsest
