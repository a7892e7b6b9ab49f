// Which language a text is in, as far as spacing asks: French sets a blank before ; : ! ? and %,
// German and others before %.
#pragma once

#include <cstdint>
#include <string_view>

#include "token/token.h"

namespace palimpsest {

/// How many of the commonest words of a language the beginning of a text holds: some pages, which
/// tell its language. O(1).
struct LanguageCounts {
  std::uint32_t english = 0, french = 0, other = 0;
  bool reads_as_english() const { return english > french && english > other; }
  bool reads_as_french() const { return french > english; }
};
LanguageCounts count_languages(std::string_view text, const Tokens& tokens);

}  // namespace palimpsest
