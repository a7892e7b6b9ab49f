// The places of a text where something is spoken of, in order: names, common nouns, pronouns.
#pragma once

#include <vector>

#include "cluster/nominal.h"
#include "cluster/reading.h"

namespace palimpsest {

/// One place where something is spoken of.
struct Item {
  CleanSpan span;
  std::size_t first, last;         // tokens
  std::uint32_t mention, nominal;  // one of them; no_index otherwise
  const Pronoun* pronoun;
};

/// Mentions that have an entity, the nominals, and the pronouns of the third person; of two that
/// begin together the longer one first.
std::vector<Item> read_items(const TextReading& reading, const std::vector<Mention>& mentions,
                             const std::vector<Nominal>& nominals);

}  // namespace palimpsest
