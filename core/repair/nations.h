// Countries and their adjectives, to guess a lost word such as "Russian-American" before
// "relations" from the countries that a text speaks of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "repair/rule.h"

namespace palimpsest {

/// Is it two nations that have such a thing: "relations", "talks", "border"? In small letters.
bool is_between_nations(std::string_view word);

/// Compounds of the two countries that the text names most often ("US-Russian",
/// "Russian-American"); none if it names fewer. O(tokens).
std::vector<std::string> nation_compounds(const Passage& passage);

}  // namespace palimpsest
