// Where an English text has an apostrophe or a quotation mark, told from what stands beside the
// place: for characters that only may have been one.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/span.h"

namespace palimpsest {

/// What a place is to the words beside it.
enum class MarkPlace : std::uint8_t {
  none,
  contraction,  // "don_t", "I_m", "o_clock": nothing but an apostrophe makes one word of these
  possessive,   // "Trump_s"
  joined,       // letters on both sides, otherwise
  opening,      // blank or bracket before it, a letter or digit behind
  closing,      // a stop or comma before it, a blank or the end behind: no letter stands so
  trailing,     // a letter before it, a blank or mark behind
  apart         // blanks on both sides
};

/// O(1).
MarkPlace mark_place(std::string_view text, CleanSpan place);

/// Whether an apostrophe makes an English contraction of the two.
bool is_contraction(std::string_view left, std::string_view right);

}  // namespace palimpsest
