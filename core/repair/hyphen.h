// Hyphen or dash: what two words say of a `-` between them, by a logistic regression on edited
// English (hyphen_table.py; 24 KB of words and endings, a character of weight behind each).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "repair/near.h"

namespace palimpsest {

/// In quarters of a log-odds unit: above 0 a hyphen is likelier ("well-known"), below a dash
/// ("late - and"). O(log of the table).
int hyphen_score(std::string_view left, std::string_view right);

/// The compounds that a text writes whole, wherever: the text is its own dictionary.
class KnownCompounds {
 public:
  /// O(marks).
  explicit KnownCompounds(const Near& near);
  /// "Well" and "known" if "well-known" is there. O(log n).
  bool contains(std::string_view left, std::string_view right) const;

 private:
  std::vector<std::uint64_t> hashes_;  // sorted
};

/// From this score on there is no doubt.
inline constexpr int clearly_hyphen = 14, clearly_dash = -8;

/// First parts that make a compound of any word: "non", "self", "al".
bool is_hyphen_prefix(std::string_view word);

/// Compounds in the tokenised stretches: what their tokeniser does with a hyphen. Prefixes do not
/// count: some tokenisers keep just those whole. O(tokens).
struct HyphenHabit {
  int whole = 0, cut = 0;
  bool keeps() const { return whole > 2 * cut; }
  bool cuts() const { return cut > whole; }
};
HyphenHabit count_hyphens(const Near& near);

}  // namespace palimpsest
