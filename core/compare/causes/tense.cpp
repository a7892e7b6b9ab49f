// Another tense of the same verb: "is" and "was", "has" and "had", "says" and "said", "suggests"
// and "suggested". Leaves "is" and "are" alone: that is number, not time.
#include "compare/sides.h"

namespace palimpsest {
namespace {

enum class Time { none, present, past };

Time time_of(const Words& words) {
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    switch (words.lower(i)) {
      case "is"_key:
      case "are"_key:
      case "am"_key:
      case "has"_key:
      case "have"_key:
      case "do"_key:
      case "does"_key:
      case "says"_key:
      case "say"_key:
      case "tells"_key:
        return Time::present;
      case "was"_key:
      case "were"_key:
      case "had"_key:
      case "did"_key:
      case "said"_key:
      case "told"_key:
        return Time::past;
      default:
        break;
    }
  }
  return Time::none;
}

/// "suggested" of "suggest" or "suggests", "vowed" of "vows", "moved" of "moves".
bool is_past_of(std::string_view past, std::string_view present) {
  if (past.size() < 4 || present.size() < 3 || !past.ends_with("ed")) return false;
  if (present.ends_with("s")) present.remove_suffix(1);
  if (present.ends_with("e")) present.remove_suffix(1);
  past.remove_suffix(2);
  if (past == present) return true;
  if (present.ends_with("i") && past.ends_with("i")) return past == present;  // denies, denied
  return present.ends_with("y") && past.ends_with("i") &&
         past.substr(0, past.size() - 1) == present.substr(0, present.size() - 1);
}

}  // namespace

bool causes::tense::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (x.empty() || y.empty() || x.size() > 3 || y.size() > 3) return false;
  const Time before = time_of(x), after = time_of(y);
  if (before != Time::none && after != Time::none) return before != after;
  return x.size() == 1 && y.size() == 1 &&
         (is_past_of(x.text(), y.text()) || is_past_of(y.text(), x.text()));
}

std::string causes::tense::why(const Difference& d) { return changes("the tense", d); }

}  // namespace palimpsest
