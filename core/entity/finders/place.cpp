// Names that the tagger calls place.
#include "entity/finder.h"

namespace palimpsest {

void finders::place::find(const NamedText& text, Mentions& mentions) {
  for (const NameSpan& name : text.names)
    if (name.label == NameLabel::place) mentions.add(name.span, name.percent(), name.why);
}

}  // namespace palimpsest
