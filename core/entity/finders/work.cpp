#include "entity/finder.h"

namespace palimpsest {

void finders::work::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
