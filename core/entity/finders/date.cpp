#include "entity/finder.h"

namespace palimpsest {

void finders::date::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
