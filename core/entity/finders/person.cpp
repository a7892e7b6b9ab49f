// Names that the tagger calls person.
#include "entity/finder.h"

namespace palimpsest {

void finders::person::find(const NamedText& text, Mentions& mentions) {
  for (const NameSpan& name : text.names)
    if (name.label == NameLabel::person) mentions.add(name.span, name.percent(), name.why);
}

}  // namespace palimpsest
