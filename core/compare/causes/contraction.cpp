// "do not" and "don't", "it is" and "it's", "cannot" and "can not".
// Leaves "don't" and "do" alone: that is a negation.
#include "compare/sides.h"

namespace palimpsest {

bool causes::contraction::matches(const Difference& d) {
  const Words x = old_side(d), y = new_side(d);
  if (x.empty() || y.empty() || x.size() > 8 || y.size() > 8) return false;
  const auto may_contract = [](const Words& words) {
    if (words.any(Unit::ending)) return true;
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (words.lower(i) == "cannot"_key || words.lower(i) == "gonna"_key) return true;
    return false;
  };
  if (!may_contract(x) && !may_contract(y)) return false;
  const std::string before = plain(x), after = plain(y);
  if (before == after) return true;
  // 's may be "is" or "has", 'd "would" or "had".
  const auto written_out = [](std::string text, std::string_view ending, std::string_view as) {
    const std::string from = " " + std::string(ending) + " ", to = " " + std::string(as) + " ";
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;)
      text.replace(at, from.size(), to);
    return text;
  };
  for (const auto& [ending, as] :
       {std::pair{"'s", "is"}, {"'s", "has"}, {"'d", "would"}, {"'d", "had"}})
    if ((before.find(ending) != std::string::npos) != (after.find(ending) != std::string::npos) &&
        written_out(before, ending, as) == written_out(after, ending, as))
      return true;
  return false;
}

std::string causes::contraction::why(const Difference& d) {
  return quoted(old_side(d)) + " and " + quoted(new_side(d)) +
         " are the same words, contracted in one text";
}

}  // namespace palimpsest
