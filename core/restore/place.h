// A place where one mention was written over other words, as the solver believes.
#pragma once

#include <cstdint>

#include "entity/mention.h"
#include "text/span.h"

namespace palimpsest {

struct OverwrittenPlace {
  CleanSpan span;                    // what was written over the words
  std::uint16_t belief = 0;          // permille
  bool drifted = false;              // the mention that was meant still stands before it
  std::uint16_t drift = 0;           // permille of belief in that
  CleanSpan meant = {};              // that mention; empty if it was overwritten itself
  std::uint32_t shift = 0;           // from the one to the other, in words and marks
  std::uint32_t agreeing = 0;        // other places with the same shift
  std::uint32_t others = 0;          // other places in the text
  std::uint16_t count = 1;           // words and marks that were lost
  std::uint32_t mention = no_index;  // that the span is, or ends with
  std::uint32_t length = 0;          // words and marks of the span
  bool plural = false;               // "Trump and Putin", "officials"
};

}  // namespace palimpsest
