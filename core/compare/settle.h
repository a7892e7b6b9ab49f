// Makes an alignment read like an editor's mark-up.
#pragma once

#include <vector>

#include "compare/align.h"

namespace palimpsest {

/// Gives up matches that say little between changes that say much: one "the" kept in a rewritten
/// sentence is chance. O(runs).
void absorb_islands(const Version& a, const Version& b, std::vector<Run>& runs);

/// Where one side of a change has more sentences than the other, pairs those that stand alike and
/// leaves the others as insertions or deletions of their own. O(units in hunks).
void pair_sentences(const Version& a, const Version& b, std::vector<Run>& runs);

/// Moves insertions and deletions that could stand in several places to where a reader would put
/// them: whole paragraphs, then sentences, then what marks set off. O(runs), each slides a bounded
/// way.
void slide_hunks(const Version& a, const Version& b, std::vector<Run>& runs);

/// Gives up the matched half of a word whose other half changed: "Trump's" for "Putin's". O(runs).
void keep_words_whole(const Version& a, const Version& b, std::vector<Run>& runs);

}  // namespace palimpsest
