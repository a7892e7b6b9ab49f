// The order of spans in which what lies around another comes before it.
#pragma once

#include <vector>

#include "text/order.h"

namespace palimpsest {

/// Sorts values that have a `span` by where it begins; of two that begin together the longer comes
/// first. Equal spans keep their order. O(n).
template <class Value>
void sort_outer_first(std::vector<Value>& values) {
  sort_by(values, [](const Value& value) { return outer_first(value.span); });
}

}  // namespace palimpsest
