#include "entity/finder.h"

namespace palimpsest {

void finders::facility::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
