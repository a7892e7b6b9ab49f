#include "entity/finder.h"

namespace palimpsest {

void finders::percent::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
