// Where a name begins and ends.
#pragma once

#include "entity/finder.h"

namespace palimpsest {

/// The name without what is no part of it ("Trump-era", "pro-Russia", "President Trump") and with
/// what is ("ELIZABETH B" before ". PRELOGAR"). Empty if nothing is left.
NameSpan with_right_edges(const NamedText& text, NameSpan name);

}  // namespace palimpsest
