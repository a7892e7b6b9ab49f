// Words for countries, peoples, faiths and parties and for their members.
#pragma once

#include <string_view>

#include "model/model.h"

namespace palimpsest {

/// "Muslims", "Democrat", "Kurdish", "Islam": of the list of faiths, parties and peoples without a
/// state. Any case.
bool is_faith_or_party(std::string_view word);
/// "Iraqi", "Americans", "South Korean": the adjective of a country or its people, by the word list
/// of the model; never without one. Any case.
bool is_demonym(const Model* model, std::string_view words);
/// "Iraq", "United States", "U.S.": the name of a country, by the same list; without a model only
/// the short names of two. Case as written.
bool is_country(const Model* model, std::string_view words);

}  // namespace palimpsest
