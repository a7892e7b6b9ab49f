// Words as the comparison of reports sees them: stems, and how much it says that two texts share
// one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "compare/report.h"

namespace palimpsest {

/// "deployed", "deploying", "deployments" → "deploy". `lower` is in small letters; what has other
/// letters than ASCII comes back as it is.
std::string stem_of(std::string_view lower);

/// How rare the stem is in news-like English: 1, in nearly every sentence, to 12, in fewer than one
/// of 2,000. From report_frequencies.inc, by a hash of 32 bits. O(1).
std::uint32_t rarity_of(std::string_view stem);

/// A class of words that reports use for one another ("deploy", "send"), from
/// report_synonyms.def; 0 for none.
std::uint16_t synonym_class(std::string_view stem);
/// Words of opposite meaning ("rise", "fall"), from report_opposites.def: the class, with its sign
/// for the side; 0 for none.
int opposite_class(std::string_view stem);
/// What two reports differ in that have the two sides of a class: a row of report_conflicts.def.
Slot slot_of_opposites(int opposite_class);

}  // namespace palimpsest
