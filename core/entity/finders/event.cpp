#include "entity/finder.h"

namespace palimpsest {

void finders::event::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
