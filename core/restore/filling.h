// From a place that was written over to what stood there: text where the guess is good enough, a
// gap with ranked suggestions where it is not.
#pragma once

#include "restore/places.h"
#include "restore/rule.h"

namespace palimpsest {

/// What a place is taken for.
enum class PlaceKind : std::uint8_t { words, pronoun };

/// The restorations of the places of one kind.
std::vector<Restoration> fill_places(const DamagedText& damaged, PlaceKind kind);

}  // namespace palimpsest
