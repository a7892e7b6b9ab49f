// What a character was of which a byte is gone: the pages of Windows leave a few bytes undefined,
// and programs drop them or write U+FFFD.
#pragma once

#include <cstdint>
#include <string_view>

#include "repair/mojibake_look.h"
#include "text/code_pages.h"

namespace palimpsest {

/// What stands beside the character.
struct LostPlace {
  Look before, behind;
  char32_t behind_code = 0;
  bool goes_on = false;                  // another sequence follows
  bool quotes = true;                    // the text has quotations
  std::uint32_t alphabets = 0xFFFFFFFF;  // of the text's language, as far as its letters tell
};

inline constexpr std::size_t any_byte = 4;

/// `bytes` are those that are there, in order; the lost one was byte number `hole`, or any_byte but
/// the first. If only one of the page's undefined bytes gives a character that fits the place, that
/// character; else U+FFFD.
char32_t restore_lost(std::string_view bytes, std::size_t hole, CodePage page,
                      const LostPlace& place);

}  // namespace palimpsest
