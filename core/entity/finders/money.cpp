#include "entity/finder.h"

namespace palimpsest {

void finders::money::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
