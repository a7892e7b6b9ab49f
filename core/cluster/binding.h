// What the grammar of a sentence says of a pronoun, whatever the words mean.
#pragma once

#include <vector>

#include "cluster/items.h"
#include "cluster/referent.h"

namespace palimpsest {

/// "Trump thanked [him]": with nothing but verbs between, the object is never the subject itself.
bool is_own_object(const TextReading& reading, const PronounPlace& place, const Referent& subject);

/// "In [his] message, Putin", "When [he] left, Putin": the name right behind the comma that ends
/// the phrase in which the pronoun stands, at the beginning of the sentence. items.size() for none.
std::size_t subject_ahead(const TextReading& reading, const std::vector<Item>& items,
                          std::size_t at);

/// For each quotation of the text the entity of the name that is said to speak, right behind or
/// before it; no_index for none. Behind it the same one goes on speaking in that paragraph.
std::vector<std::uint32_t> speakers_of(const TextReading& reading, const std::vector<Item>& items,
                                       const std::vector<Mention>& mentions);

}  // namespace palimpsest
