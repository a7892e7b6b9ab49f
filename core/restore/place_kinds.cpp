#include "restore/place_kinds.h"

#include <algorithm>

namespace palimpsest {

std::vector<KindRow> compare_kinds(const PlaceReading& r, const std::vector<std::uint32_t>& chosen,
                                   const Forest& drift) {
  constexpr std::int32_t unknown = 512;  // permille / 4 is 128
  const std::size_t count = chosen.size();
  std::vector<std::int32_t> own(count);
  std::vector<std::int64_t> sums(count + 1);
  struct Uses {
    std::int64_t sum = 0, number = 0;
  };
  std::vector<Uses> of_text(r.candidates.strings);
  for (std::size_t n = 0; n < count; ++n) {
    own[n] = permille(drift.score(r.evidence[chosen[n]].data()));
    sums[n + 1] = sums[n] + own[n];
    Uses& uses = of_text[r.candidates.list[chosen[n]].string];
    uses.sum += own[n], ++uses.number;
  }
  const auto mean = [](std::int64_t sum, std::int64_t number) {
    return number > 0 ? sum / number : unknown;
  };
  std::vector<KindRow> rows(count);
  for (std::size_t n = 0; n < count; ++n) {
    const std::uint32_t i = chosen[n];
    const Candidate& c = r.candidates.list[i];
    const auto at = [&](std::size_t place) { return place < count ? own[place] : unknown; };
    const auto put = [&](KindEvidence e, std::int64_t value) {
      rows[n][static_cast<std::size_t>(e)] =
          static_cast<std::uint8_t>(std::clamp<std::int64_t>(value, 0, 255));
    };
    put(KindEvidence::own, own[n] / 4);
    put(KindEvidence::before, at(n - 1) / 4);
    put(KindEvidence::before_2, at(n - 2) / 4);
    put(KindEvidence::behind, at(n + 1) / 4);
    put(KindEvidence::behind_2, at(n + 2) / 4);
    const Uses& uses = of_text[c.string];
    put(KindEvidence::same_name, mean(uses.sum - own[n], uses.number - 1) / 4);
    put(KindEvidence::all_before, mean(sums[n], static_cast<std::int64_t>(n)) / 4);
    put(KindEvidence::all_behind,
        mean(sums[count] - sums[n + 1], static_cast<std::int64_t>(count - n - 1)) / 4);
    put(KindEvidence::shift, r.shift[i]);
    put(KindEvidence::own_shift, r.own_shift[i]);
    put(KindEvidence::length, c.end - c.begin);
    put(KindEvidence::doubt,
        r.evidence[i][static_cast<std::size_t>(PlaceEvidence::net_fitting_doubt)]);
  }
  return rows;
}

}  // namespace palimpsest
