// The small words that lean on the one before: n't, 's, 'll, and what tokenisers make of them.
#pragma once

#include <cstddef>
#include <string_view>

#include "repair/near.h"

namespace palimpsest {

/// How an apostrophe and the letters beside it belong to the word before. Tokens `first` to `last`
/// are to be replaced by `joined`.
///
///     do␣n't   year␣'s   year␣'␣s   don␣'␣t   don'␣t
struct Clitic {
  enum Kind { none, contraction, possessive } kind = none;
  std::size_t first = 0, last = 0;
  std::size_t apostrophe = 0;  // kept if it lies inside the replaced tokens
  bool keeps_n = false;        // the n of a wholly parted "do n ' t" is kept too

  std::string_view joined(const Near& near) const;
};

/// Reads the clitic of the apostrophe `i`; kind none if there is none, or nothing is parted. O(1).
Clitic read_clitic(const Near& near, std::size_t i);

/// A clitic that lost its apostrophe: "do nt", "i m", "they re", "wit s". `before` in small
/// letters.
bool is_bare_clitic(std::string_view before, std::string_view clitic);

}  // namespace palimpsest
