// Tested by tests/cases/repair/{gap,hyphen_break}.json.
#include "repair/compounds.h"

#include <algorithm>

#include "text/order.h"

namespace palimpsest {
namespace {

struct Follower {
  std::string_view word;
  std::uint16_t first;  // in before_follower, up to the next row's
};
struct Before {
  std::uint16_t compound;
  std::uint8_t share;  // per cent
};
#include "repair/compounds.inc"

}  // namespace

bool is_compound(std::string_view word) {
  return std::binary_search(std::begin(compound_list), std::end(compound_list), word);
}

bool are_compound_parts(std::string_view first, std::string_view last) {
  return std::binary_search(std::begin(first_parts), std::end(first_parts), first) &&
         std::binary_search(std::begin(last_parts), std::end(last_parts), last);
}

std::vector<CompoundReading> compounds_before(std::string_view follower) {
  std::vector<CompoundReading> readings;
  const Follower* const end = std::end(followers) - 1;
  const Follower* const row =
      std::lower_bound(std::begin(followers), end, follower,
                       [](const Follower& f, std::string_view w) { return f.word < w; });
  if (row == end || row->word != follower) return readings;
  for (std::uint16_t i = row->first; i < row[1].first; ++i)
    readings.push_back({compound_list[before_follower[i].compound], before_follower[i].share});
  sort_by(readings,
          [](const CompoundReading& reading) { return std::uint64_t{~0U} - reading.confidence; });
  return readings;
}

}  // namespace palimpsest
