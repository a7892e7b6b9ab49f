// A name where the author wrote a pronoun: "than Trump predecessor" was "than his predecessor".
#include "restore/filling.h"

namespace palimpsest {

std::vector<Restoration> rules::overwritten_pronoun::find(const DamagedText& damaged) {
  return fill_places(damaged, PlaceKind::pronoun);
}

}  // namespace palimpsest
