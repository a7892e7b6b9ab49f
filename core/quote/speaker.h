// Who stands before or behind a verb that says who speaks.
#pragma once

#include <cstdint>
#include <optional>

#include "quote/reading.h"

namespace palimpsest {

struct Speaker {
  std::uint32_t mention = no_index;  // none: "a spokesman"
  WordRange words;                   // where it stands
  bool sure = true;                  // false: picked among several
};

/// The subject of the verb at `verb`, which stands before it: "Trump, who was in Ohio, said". Looks
/// back to `floor`, and no further than 60 words.
std::optional<Speaker> subject_before(const QuoteReading& reading, std::uint32_t verb,
                                      std::uint32_t floor);

/// The subject behind the verb at `verb`: "said Kori Schulman, a special assistant". Looks ahead to
/// `end`, and no further than 30 words.
std::optional<Speaker> subject_behind(const QuoteReading& reading, std::uint32_t verb,
                                      std::uint32_t end);

/// The first one of `range` that can speak: not what depends on a preposition ("a spokesman for
/// Trump"), owns something ("Trump's lawyer") or stands before a noun ("Trump adviser").
/// In the phrase of a noun, a noun behind a name takes its place: "Utah legislators".
enum class Phrase : std::uint8_t { clause, noun };
std::optional<Speaker> first_speaker(const QuoteReading& reading, WordRange range,
                                     Phrase phrase = Phrase::clause);

}  // namespace palimpsest
