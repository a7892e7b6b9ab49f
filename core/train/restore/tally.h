// How many places are found, and how many of those that are found are none.
#pragma once

#include "restore/places.h"
#include "train/restore/records.h"

namespace palimpsest::train {

/// At several least beliefs.
void print_tallies(const Examples& examples, const char* name);

/// What is shown in the end, and whether it is rightly said what was lost.
void print_solved(const Examples& examples, const PlaceWeights& weights);

}  // namespace palimpsest::train
