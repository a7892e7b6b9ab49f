// Fills a gap with the words that a version at hand has there: "confirm that […] relations" becomes
// "confirm that Russian-American relations".
// Leaves alone a gap that is one in the version, too, and one whose surroundings the version lacks.
#include "restore/version_places.h"

namespace palimpsest {

std::vector<Restoration> rules::version_gap::find(const DamagedText& damaged) {
  return restorations_of(damaged, VersionPlace::What::gap);
}

}  // namespace palimpsest
