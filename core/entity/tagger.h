// Finds the names in a text and says of each whether it is a person's, an organisation's, a
// place's, a nation's or faith's or party's, or another's: a conditional random field over words
// (Lafferty, McCallum and Pereira 2001) with features of the words, of their neighbours, of word
// lists and of the whole text.
//
//     Russian President Vladimir Putin told TASS on Friday
//     norp              person              organisation
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "text/span.h"
#include "token/token.h"

namespace palimpsest {

enum class NameLabel : std::uint8_t { person, organisation, place, norp, misc };

struct NameSpan {
  CleanSpan span;                     // without titles, articles before it and 's behind it
  NameLabel label = NameLabel::misc;  // misc: an event, a law, a work, a product ...
  float confidence = 0;               // probability of the label at this span, 0 to 1
  std::string why;                    // the strongest evidence, in words; may be empty

  std::uint8_t percent() const { return static_cast<std::uint8_t>(confidence * 100.0F + 0.5F); }
};

/// The names of a text, in order, none overlapping. `sentences` lie inside the text, in order, and
/// do not overlap; only what lies in one is looked at. Total: any valid UTF-8, any model. O(n).
std::vector<NameSpan> tag_names(std::string_view text, const Tokens& tokens,
                                std::span<const CleanSpan> sentences, const Model& model);

}  // namespace palimpsest
