#include "entity/finder.h"

namespace palimpsest {

void finders::ordinal::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
