#include "entity/finder.h"

namespace palimpsest {

void finders::law::find(const NamedText&, Mentions&) {}

}  // namespace palimpsest
