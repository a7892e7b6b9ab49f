// What an entity is called, of all its mentions.
#pragma once

#include <span>

#include "cluster/entity.h"

namespace palimpsest {

/// Sets `name`, `aliases` and `kind` of an entity from its mentions: the fullest name, for a person
/// without its title; the other names once each, in the order of the text.
void name_entity(const ClusterText& text, std::span<const Mention> mentions, Entity& entity);

}  // namespace palimpsest
