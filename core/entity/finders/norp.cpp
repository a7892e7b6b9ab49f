// Names that the tagger calls norp.
#include "entity/finder.h"

namespace palimpsest {

void finders::norp::find(const NamedText& text, Mentions& mentions) {
  for (const NameSpan& name : text.names)
    if (name.label == NameLabel::norp) mentions.add(name.span, name.percent(), name.why);
}

}  // namespace palimpsest
