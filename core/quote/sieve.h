// What a sieve is: a function from a quotation to who speaks, and one row of sieves.def.
//
// Sieves in order of precision, each over the whole text before the next: Lee et al.,
// "Deterministic coreference resolution based on entity-centric, precision-ranked rules" (2013);
// for quotations Muzny et al., "A two-stage sieve approach for quote attribution" (2017).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "quote/look.h"
#include "quote/reading.h"
#include "quote/speaker.h"

namespace palimpsest {

struct Attribution {
  Speaker speaker;
  WordRange cue;           // empty: none
  std::uint8_t sieve = 0;  // row of sieves.def
};

/// What the sieves read: the text, and what the ones before have found.
struct Voices {
  const QuoteReading& reading;
  std::vector<StretchLook> looks;                 // per stretch
  std::vector<std::optional<Attribution>> found;  // per stretch
  std::vector<std::uint32_t> before, behind;      // per stretch: the outermost one beside it
  bool conversation = false;                      // speakers take turns without being named
  bool flat = false;                              // and without a paragraph for each

  bool same_paragraph(std::uint32_t a, std::uint32_t b) const {
    return reading.stretches[a].paragraph == reading.stretches[b].paragraph;
  }
};

/// The words outside the stretch in its sentence: before its opening mark, behind its closing one.
/// They end at another stretch, and after 60 words.
WordRange words_before(const QuoteReading& reading, std::uint32_t stretch);
WordRange words_behind(const QuoteReading& reading, std::uint32_t stretch);

/// Whether a sentence begins between two words, the second one included.
bool sentence_between(const QuoteReading& reading, std::uint32_t first, std::uint32_t last);

struct Sieve {
  std::string_view name, why;
  std::uint8_t confidence;
  std::optional<Attribution> (*find)(const Voices&, std::uint32_t stretch);  // pure
};
std::span<const Sieve> sieves();

namespace sieve_rows {
#define SIEVE(name, ...) std::optional<Attribution> name(const Voices&, std::uint32_t stretch);
#include "quote/sieves.def"
}  // namespace sieve_rows

}  // namespace palimpsest
