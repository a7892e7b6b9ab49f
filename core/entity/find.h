// The step `entity`: names, dates and amounts of the clean text.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "entity/mention.h"
#include "entity/reader_name.h"
#include "model/model.h"
#include "text/offset_map.h"
#include "token/token.h"

namespace palimpsest {

struct NamedText;  // finder.h

/// Mentions in the order of the text, outer ones before the ones inside them. Without a model:
/// dates and amounts only, and what the reader's lexicon names. O(n).
std::vector<Mention> find_mentions(std::string_view text, const Tokens& tokens,
                                   std::span<const CleanSpan> paragraphs,
                                   std::span<const CleanSpan> sentences, const OffsetMap& map,
                                   const EntityOptions& options, const Model* model);

/// What the finders find, settled; without what a reader or a caller says of names.
std::vector<Mention> find_mentions(const NamedText& text);

}  // namespace palimpsest
