// Another speaker, or another kind of saying: "Putin said" for "Trump said", "denied" for "said".
// Leaves one plain word for saying in place of another alone, and names beside other verbs.
#include "compare/sides.h"

namespace palimpsest {
namespace {

bool speaks(const Words& name) {
  if (has(classes_after(name), UnitClass::saying)) return true;
  if (name.first < 2) return false;
  // ..., said Putin; according to Putin
  const Version& v = name.version;
  const std::uint64_t before = v.keys[name.first - 1], second = v.keys[name.first - 2];
  if (before == "to"_key && (second == "according"_key || second == "According"_key)) return true;
  return has(classes_before(name), UnitClass::saying) && (second == '"' || second == ',');
}

}  // namespace

bool causes::attribution::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (x.empty() || y.empty()) return false;
  if (x.size() == 1 && y.size() == 1 && x.all(UnitClass::saying) && y.all(UnitClass::saying)) {
    // "says" and "said" are the same saying at another time.
    return x.text().substr(0, 3) != y.text().substr(0, 3);
  }
  return is_name(x) && is_name(y) && speaks(x) && speaks(y);
}

std::string causes::attribution::why(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  return x.all(UnitClass::saying) ? "how it is said changes from " + quoted(x) + " to " + quoted(y)
                                  : "who says it changes from " + quoted(x) + " to " + quoted(y);
}

}  // namespace palimpsest
