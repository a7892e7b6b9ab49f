#include "entity/finder.h"

namespace palimpsest {

void finders::duration::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
