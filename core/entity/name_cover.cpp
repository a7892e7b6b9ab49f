// Tested through the finders: tests/core/entity_cases_test.cpp.
#include "entity/name_cover.h"

#include <algorithm>

namespace palimpsest {

const NameSpan* NameCover::at(std::size_t token) const {
  const std::uint32_t begin = text_.tokens.begin_of(token);
  const auto name = std::partition_point(text_.names.begin(), text_.names.end(),
                                         [&](const NameSpan& n) { return n.span.end <= begin; });
  return name != text_.names.end() && name->span.begin <= begin ? &*name : nullptr;
}

}  // namespace palimpsest
