// What a coreference tool makes of the chains of a text: which mention it takes for the main one,
// which of the others it replaces, and which it counts to a wrong chain.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "train/restore/damage_words.h"

namespace palimpsest::train {

struct WordSpan {
  std::uint32_t first, last;  // words, last included
  MentionForm form;
};

struct ToolChain {
  std::string main;
  std::vector<WordSpan> mentions;  // to be replaced
  std::uint32_t first = 0;
};

std::vector<ToolChain> tool_chains(std::string_view text, const std::vector<Chain>& chains,
                                   const std::vector<Word>& words, const ToolStyle& style,
                                   Random& random);

}  // namespace palimpsest::train
