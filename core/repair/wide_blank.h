// A run of several blanks and what it means; read by wide_blanks.h.
#pragma once

#include <cstdint>

namespace palimpsest {

enum class BlankMeaning : std::uint8_t { leave, one_blank, paragraph, gap };

struct WideBlank {
  std::uint32_t token;  // a blank of two or more spaces, inside a line
  std::uint32_t width;  // spaces
  BlankMeaning meaning;
  std::uint8_t confidence;  // per cent
};

}  // namespace palimpsest
