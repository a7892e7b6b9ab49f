// Puts back the words of a version that is at hand where another phrase was written over them:
// "in Trump first conversation" becomes "in their first conversation".
// Leaves alone what an editor changed: another number, another name, a sentence more or less.
#include "restore/version_places.h"

namespace palimpsest {

std::vector<Restoration> rules::version_words::find(const DamagedText& damaged) {
  return restorations_of(damaged, VersionPlace::What::words);
}

}  // namespace palimpsest
