// Why the tagger took some words for a name, in words: the evidence that spoke most for its kind.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "entity/features.h"
#include "model/weights.h"

namespace palimpsest {

/// For the units `first` to `last` in the chain from `begin` to `end`; "" if nothing that can be
/// said in words spoke for it.
std::string why_name(std::string_view text, const NameText& read, std::size_t begin,
                     std::size_t end, std::size_t first, std::size_t last, std::size_t kind,
                     const Weights& weights);

}  // namespace palimpsest
