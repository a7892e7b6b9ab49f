// Sets blanks, line ends and quotation marks as a version at hand has them, where they had to be
// guessed: a paragraph break that was lost with the blanks that a phrase was written over.
// Leaves alone what nobody touched: there the two texts are set otherwise, and neither is damaged.
#include "restore/version_places.h"

namespace palimpsest {

std::vector<Restoration> rules::version_marks::find(const DamagedText& damaged) {
  return restorations_of(damaged, VersionPlace::What::marks);
}

}  // namespace palimpsest
