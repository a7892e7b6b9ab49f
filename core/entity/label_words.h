// Words of a name, or before it, that say what it names more surely than the tagger: "Commission"
// at its end, "Mount" at its begin, "Mr." before it.
#pragma once

#include "entity/finder.h"

namespace palimpsest {

/// The kind that the name's own words give it; the tagger's if they give none.
NameLabel label_by_words(const NamedText& text, const NameSpan& name);

}  // namespace palimpsest
