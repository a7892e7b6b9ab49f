// A passage that shares almost no words with the one it replaces.
// Leaves shorter replacements alone: other words for the same.
#include "compare/sides.h"

namespace palimpsest {
namespace {

/// The share of the shorter side's content words that the other has, too.
std::uint32_t shared_percent(const Words& x, const Words& y) {
  const Words& few = x.size() < y.size() ? x : y;
  const Words& many = x.size() < y.size() ? y : x;
  std::uint32_t content = 0, shared = 0;
  for (std::uint32_t i = few.first; i < few.last; ++i) {
    if (few.unit(i).weight < 8) continue;
    ++content;
    bool found = false;
    for (std::uint32_t j = many.first; j < many.last && !found; ++j)
      found = few.version.keys[i] == many.version.keys[j];
    shared += found;
  }
  return content == 0 ? 100 : shared * 100 / content;
}

}  // namespace

bool causes::claim_changed::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  constexpr std::uint32_t most = 400;
  if (x.size() < 6 || y.size() < 6) return false;
  if (x.size() > most || y.size() > most) return true;
  return shared_percent(x, y) < 20;
}

std::string causes::claim_changed::why(const Difference& d) {
  return quoted(old_side(d)) + " is replaced by " + quoted(new_side(d));
}

}  // namespace palimpsest
