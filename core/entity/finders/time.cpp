#include "entity/finder.h"

namespace palimpsest {

void finders::time::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
