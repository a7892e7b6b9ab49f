// What must hold of every comparison, as one check on one pair of texts.
#pragma once

#include <string>
#include <string_view>

#include "compare/compare.h"

namespace palimpsest::tests {

/// Empty if all holds, else what does not, in words. `old_text` and `new_text` are valid UTF-8.
std::string broken_comparison_law(std::string_view old_text, std::string_view new_text);

}  // namespace palimpsest::tests
