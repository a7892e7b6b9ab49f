// Which tokens the tagger's names cover.
#pragma once

#include <cstddef>

#include "entity/finder.h"

namespace palimpsest {

class NameCover {
 public:
  explicit NameCover(const NamedText& text) : text_(text) {}
  /// The name that covers a token; null if none does. O(log n).
  const NameSpan* at(std::size_t token) const;

 private:
  const NamedText& text_;
};

}  // namespace palimpsest
