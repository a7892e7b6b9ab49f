#include "repair/why_joined.h"

namespace palimpsest {

std::string why_joined(const Explained& change, std::string_view cause) {
  if (change.after.empty()) return {};
  std::string why(cause);
  why += " Here “";
  why += change.before;
  why += "” became “";
  why += change.after;
  why += "”.";
  return why;
}

}  // namespace palimpsest
