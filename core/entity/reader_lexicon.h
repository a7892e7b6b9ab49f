// The reader's own lexicon at work on the mentions that were found.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "entity/mention.h"
#include "entity/reader_name.h"
#include "token/token.h"

namespace palimpsest {

/// What the finders found, as the reader corrects it: names of the lexicon are mentions wherever
/// they stand as whole words, whatever was found there; what is not a name is none. `mentions` and
/// the result are in the order of the text, outer ones first. O(n) for a bounded number of entries
/// that begin with one word.
std::vector<Mention> apply_lexicon(std::string_view text, const Tokens& tokens,
                                   std::vector<Mention> mentions,
                                   std::span<const ReaderName> lexicon);

/// Sets `inside` of mentions that are in the order of the text, outer ones first.
void set_inside(std::vector<Mention>& mentions);

}  // namespace palimpsest
