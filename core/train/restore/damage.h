// Writes over the words of a clean text as faulty coreference tools do, and keeps a record.
//
// Two ways. A list that shrinks: each mention of a chain but the main one is replaced by the main
// one's text at the place it had before any replacement, so that a mention of n words moves all
// later places by n - 1. A drift: places move by a distance that grows with the text. Each document
// gets its own rates, main mentions, wrong chains, tokeniser and blanks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"
#include "train/restore/random.h"

namespace palimpsest::train {

enum class MentionForm : std::uint8_t { name, nominal, pronoun };

struct ChainMention {
  std::uint32_t begin = 0, end = 0;  // bytes of the clean text
  MentionForm form = MentionForm::name;
};
using Chain = std::vector<ChainMention>;

struct WrittenOver {
  std::uint32_t begin = 0, end = 0;      // bytes of the damaged text
  std::uint32_t lost = 0;                // cells
  std::int32_t shift = 0;                // cells from the mention that was meant
  MentionForm form = MentionForm::name;  // of that mention
  bool harmless = false;                 // one name of something for another, where it stood
  std::string lost_text;
};

struct Damaged {
  std::string text;
  std::vector<WrittenOver> places;
};

/// Nothing is written over if no chain fits the words.
Damaged write_over(std::string_view text, const std::vector<Chain>& chains, Random& random);
/// The text as write_over would set it, with nothing written over.
Damaged set_blanks(std::string_view text, Random& random);

}  // namespace palimpsest::train
