#include "entity/finder.h"

namespace palimpsest {

void finders::quantity::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
