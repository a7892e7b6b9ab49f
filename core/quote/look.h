// What a stretch between marks looks like: speech, a part of it, or a title.
#pragma once

#include <cstdint>

#include "quote/reading.h"

namespace palimpsest {

struct StretchLook {
  std::uint32_t words = 0;
  bool capital = false;     // begins with a capital
  bool ended = false;       // . ! ? … inside at its end
  bool led_on = false;      // , ! ? … — inside at its end, or a comma behind: a cue may follow
  bool integrated = false;  // a word of the same sentence stands straight before it
  bool named = false;       // "the term “public domain”"
  bool title = false;       // capitals as in the title of a work
  bool whole() const { return capital && (ended || led_on) && !integrated; }
};

/// O(words of the stretch).
StretchLook look_at(const QuoteReading& reading, std::uint32_t stretch);

/// Whether it is speech or somebody's words at all, though nobody is found to say it: titles,
/// nicknames and words that are only marked are not.
bool is_speech_alone(const StretchLook& look, bool conversation);

}  // namespace palimpsest
