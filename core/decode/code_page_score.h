// How well bytes read in a code page look like text of a language.
#pragma once

#include <optional>
#include <string_view>

#include "text/code_pages.h"

namespace palimpsest {

/// A guess at what high bytes mean.
struct PageGuess {
  CodePage page = CodePage::windows_1252;
  std::string_view language;                // "Polish"; empty if no letter outside ASCII spoke
  std::size_t high_bytes = 0, letters = 0;  // looked at, and those that are letters
  bool doubtful = false;                    // nothing fits well
};

/// The page whose letters belong to one language and whose marks stand where marks stand. Looks at
/// no more than 4,096 high bytes. `declared` is what the bytes say of themselves. O(n).
PageGuess guess_code_page(std::string_view bytes, std::optional<CodePage> declared = {});

}  // namespace palimpsest
