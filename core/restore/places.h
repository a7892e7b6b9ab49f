// Finds the places of a text where a tool wrote one mention over other words: all of them together,
// as one puzzle. A text with a single odd place, or whose odd places are all one name, is left as
// it is.
#pragma once

#include "restore/evidence.h"
#include "restore/place.h"

namespace palimpsest {

/// All passes: beliefs in `reading` are set, each pass reading what the one before agreed on and,
/// from the second on, what the infill model says. A text that the first pass finds nothing in is
/// not read again.
void weigh_places(PlaceReading& reading, const PlaceWeights& weights, const Infill& infill);

/// The places to show, in the order of the text; none if too little speaks for damage at all.
std::vector<OverwrittenPlace> solve_places(const PlaceReading& reading,
                                           const PlaceWeights& weights);

/// What the rules share: the places, and the text as the infill model reads it without them.
/// What the infill model says of a place, and what is known of whom it stood for.
struct PlaceLook {
  InfillLook look;
  InfillReferent referent;
  PronounUses uses{};  // of pronouns, at the other places of the same name

  bool any() const { return look.first < look.last; }
};

struct SolvedPlaces {
  std::vector<OverwrittenPlace> found;
  InfillText words;
  std::vector<PlaceLook> looks;  // of each that was found
};

/// Looks at each place. About 50 µs each.
std::vector<PlaceLook> look_at_places(const DamagedText& damaged, const SolvedPlaces& places);

}  // namespace palimpsest
