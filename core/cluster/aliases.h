// Which names of a text stand for one entity: the alias sieves in order of precision (as in
// Raghunathan et al. 2010), before any pronoun.
#pragma once

#include <vector>

#include "cluster/entity.h"

namespace palimpsest {

/// Who or what is named, while it is being put together.
struct Cluster {
  EntityKind kind{};
  Gender gender = Gender::unknown;
  std::vector<std::uint32_t> mentions;  // indices, in the order of the text; never empty
};

/// The clusters of all mentions that name something, in the order of their first mention; sets
/// `entity` of those mentions to the index of their cluster. O(n log n).
std::vector<Cluster> join_aliases(const ClusterText& text, std::vector<Mention>& mentions);

}  // namespace palimpsest
