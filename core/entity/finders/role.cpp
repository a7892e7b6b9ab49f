#include "entity/finder.h"

namespace palimpsest {

void finders::role::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
