#include "entity/finder.h"

namespace palimpsest {

void finders::number::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
