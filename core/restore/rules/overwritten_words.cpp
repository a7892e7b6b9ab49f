// Words that a name was written over: "Lavrov Russian Foreign Minister Sergey Lavrov it went well"
// was "Lavrov said it went well". The name that was meant still stands before them.
#include "restore/filling.h"

namespace palimpsest {

std::vector<Restoration> rules::overwritten_words::find(const DamagedText& damaged) {
  return fill_places(damaged, PlaceKind::words);
}

}  // namespace palimpsest
