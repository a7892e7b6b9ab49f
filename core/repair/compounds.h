// English hyphenated words, from tables generated out of press releases (compounds.inc, made by
// compounds.py; 35 KB in the program). For rules that must know whether a hyphen belongs to a word,
// or which word with a hyphen may be missing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace palimpsest {

/// "well-known", in small letters. O(1).
bool is_compound(std::string_view word);

/// Do both parts belong to several compounds: "high" and "level"? O(1).
bool are_compound_parts(std::string_view first, std::string_view last);

struct CompoundReading {
  std::string_view text;
  std::uint8_t confidence;  // per cent: its share of the compounds seen before that word
};

/// Compounds seen before `follower` (in small letters), the likeliest first; at most five.
std::vector<CompoundReading> compounds_before(std::string_view follower);

}  // namespace palimpsest
