// The order of spans in which what lies around another comes before it.
#pragma once

#include <algorithm>
#include <vector>

namespace palimpsest {

/// Sorts values that have a `span` by where it begins; of two that begin together the longer comes
/// first. Equal spans keep their order. O(n log n).
template <class Value>
void sort_outer_first(std::vector<Value>& values) {
  std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

}  // namespace palimpsest
