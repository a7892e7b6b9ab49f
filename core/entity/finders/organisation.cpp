// Names that the tagger calls organisation.
#include "entity/finder.h"

namespace palimpsest {

void finders::organisation::find(const NamedText& text, Mentions& mentions) {
  for (const NameSpan& name : text.names)
    if (name.label == NameLabel::organisation) mentions.add(name.span, name.percent(), name.why);
}

}  // namespace palimpsest
