// "the president", "the prime minister": an office named with one holder in the text.
#pragma once

#include <vector>

#include "cluster/aliases.h"

namespace palimpsest {

/// Adds a mention of form `title` for each "the president" whose office exactly one person of the
/// text bears ("President Trump", "Theresa May, the prime minister"; not a former one). `mentions`
/// stay in the order of the text; indices in `holder` and in clusters are kept right. O(n).
void add_role_phrases(const ClusterText& text, std::vector<Mention>& mentions,
                      std::vector<Cluster>& clusters);

/// Puts new mentions among the others, in the order of the text, outer ones first; leaves out those
/// that cross another one or have its span. Sets `inside` and `holder` anew. Gives the new index of
/// each old mention.
std::vector<std::uint32_t> insert_mentions(std::vector<Mention>& mentions,
                                           std::vector<Mention> added);

}  // namespace palimpsest
