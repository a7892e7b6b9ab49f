// What the places say of each other: they share one distance that seldom changes and hardly ever
// falls, so those that agree on it speak for each other.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "restore/evidence.h"
#include "text/order.h"

namespace palimpsest {
namespace {

using Echoes = std::array<std::uint8_t, max_shift + 1>;  // by distance; [0] is unused

/// What a place with this echo says of the distance: thousandths of a logit for each unit of
/// belief.
constexpr std::int32_t says[] = {-1000, -600, 1500, 2200, 2600};
constexpr std::int32_t rise = 1500000,
                       fall = 4000000;  // a change of distance costs, in permille of these

/// The distance at each of `members`, so that belief in their echoes is greatest: a path through
/// distances that pays for every change (Viterbi).
std::vector<std::uint8_t> best_path(const std::vector<std::uint32_t>& members,
                                    const std::vector<std::int32_t>& belief,
                                    const std::vector<Echoes>& echoes) {
  using Row = std::array<std::int64_t, max_shift + 1>;
  Row score{};
  for (std::uint32_t k = 1; k <= max_shift; ++k) score[k] = -rise;
  std::vector<std::array<std::uint8_t, max_shift + 1>> from(members.size());
  for (std::size_t n = 0; n < members.size(); ++n) {
    const std::uint32_t i = members[n];
    Row next{};
    std::array<std::uint8_t, max_shift + 1> above{};  // the best distance from k up
    for (std::uint8_t k = max_shift + 1; k-- > 0;)
      above[k] = k < max_shift && score[above[k + 1]] > score[k] ? above[k + 1] : k;
    std::uint8_t below = 0;  // the best distance up to k
    for (std::uint8_t k = 0; k <= max_shift; ++k) {
      if (score[k] > score[below]) below = k;
      std::uint8_t best = k;
      std::int64_t value = score[k];
      if (score[below] - rise > value) best = below, value = score[below] - rise;
      if (score[above[k]] - fall > value) best = above[k], value = score[above[k]] - fall;
      from[n][k] = best;
      next[k] = value + (k == 0 ? 0 : std::int64_t{belief[i]} * says[echoes[i][k]]);
    }
    score = next;
  }
  std::vector<std::uint8_t> path(members.size());
  std::uint8_t at =
      static_cast<std::uint8_t>(std::max_element(score.begin(), score.end()) - score.begin());
  for (std::size_t n = members.size(); n-- > 0;) {
    path[n] = at;
    at = from[n][at];
  }
  return path;
}

/// Belief, summed up to each member, in those whose echo stands at the agreed distance.
struct Support {
  std::vector<std::int64_t> sums;
  std::int64_t between(std::size_t begin, std::size_t end) const { return sums[end] - sums[begin]; }
};

Support support_of(const std::vector<std::uint32_t>& members, const std::vector<std::uint8_t>& path,
                   const std::vector<std::int32_t>& belief, const std::vector<Echoes>& echoes) {
  Support s{{0}};
  for (std::size_t n = 0; n < members.size(); ++n)
    s.sums.push_back(s.sums.back() +
                     (path[n] > 0 && echoes[members[n]][path[n]] >= 2 ? belief[members[n]] : 0));
  return s;
}

/// Cells of the mention that stands `k` places before a candidate, if it fits at all.
std::uint32_t meant_length(const PlaceReading& r, const ListPlaces& places, std::size_t i,
                           std::uint32_t k, std::uint32_t echo) {
  const Candidate& c = r.candidates.list[i];
  const std::uint32_t at = places.place_of[c.begin];
  if (k == 0 || k > at || echo < 2) return 0;
  const std::uint32_t cell = places.cell_at[at - k];
  return mention_end(r, c, cell) - cell;
}

}  // namespace

std::vector<std::uint32_t> choose_apart(const PlaceReading& r, std::int32_t least) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < r.belief.size(); ++i)
    if (r.belief[i] >= least) order.push_back(i);
  sort_by(order, [&](std::uint32_t i) { return greatest_first(r.belief[i]); });
  std::vector<bool> taken(r.cells.size());
  std::vector<std::uint32_t> chosen;
  for (const std::uint32_t i : order) {
    const Candidate& c = r.candidates.list[i];
    bool free = true;
    for (std::size_t k = c.begin; k < c.end; ++k) free = free && !taken[k];
    if (!free) continue;
    for (std::size_t k = c.begin; k < c.end; ++k) taken[k] = true;
    chosen.push_back(i);
  }
  sort_by(chosen, [](std::uint32_t i) { return std::uint64_t{i}; });
  return chosen;
}

ListPlaces list_places(const PlaceReading& r, const std::vector<std::uint32_t>& chosen) {
  ListPlaces list;
  list.place_of.resize(r.cells.size() + 1);
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < r.cells.size();) {
    std::uint32_t end = i + 1;
    if (next < chosen.size() && r.candidates.list[chosen[next]].begin == i)
      end = r.candidates.list[chosen[next++]].end;
    for (std::uint32_t j = i; j < end; ++j)
      list.place_of[j] = static_cast<std::uint32_t>(list.cell_at.size());
    list.cell_at.push_back(i);
    i = end;
  }
  list.place_of[r.cells.size()] = static_cast<std::uint32_t>(list.cell_at.size());
  return list;
}

void read_agreement(PlaceReading& r) {
  const std::vector<Candidate>& list = r.candidates.list;
  const std::size_t count = list.size();
  const std::vector<std::uint32_t> chosen = choose_apart(r, 500);
  const ListPlaces places = list_places(r, chosen);

  std::vector<Echoes> echoes(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t at = places.place_of[list[i].begin];
    for (std::uint32_t k = 1; k <= max_shift && k <= at; ++k)
      echoes[i][k] = echo_at(r, list[i], places.cell_at[at - k]);
  }

  std::vector<std::uint32_t> all;
  std::vector<std::vector<std::uint32_t>> uses(r.candidates.strings);
  // Where candidates overlap only the most believed speaks, so that none counts twice.
  std::vector<std::int32_t> voice(count);
  std::vector<std::int32_t> rival(count), longer(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count && list[j].begin < list[i].end; ++j) {
      rival[i] = std::max(rival[i], r.belief[j]);
      rival[j] = std::max(rival[j], r.belief[i]);
      if (list[i].end >= list[j].end) longer[j] = std::max(longer[j], r.belief[i]);
      if (list[j].begin == list[i].begin && list[j].end >= list[i].end)
        longer[i] = std::max(longer[i], r.belief[j]);
    }
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    voice[i] = r.belief[i] >= rival[i] ? r.belief[i] : 0;
    all.push_back(i);
    uses[list[i].string].push_back(i);
  }

  const std::vector<std::uint8_t> path = best_path(all, voice, echoes);
  const Support support = support_of(all, path, voice, echoes);
  std::vector<std::int64_t> sums(count + 1);
  for (std::size_t i = 0; i < count; ++i) sums[i + 1] = sums[i] + voice[i];
  r.shift = path;
  r.own_shift.assign(count, 0);

  std::vector<bool> believed(r.candidates.strings);
  for (const std::uint32_t i : chosen) believed[list[i].string] = true;
  const auto variety = std::count(believed.begin(), believed.end(), true);

  std::size_t near_begin = 0, near_end = 0, far_begin = 0, far_end = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t at = list[i].begin;
    while (list[near_begin].begin + 40 < at) ++near_begin;
    while (near_end < count && list[near_end].begin <= at + 40) ++near_end;
    while (list[far_begin].begin + 200 < at) ++far_begin;
    while (far_end < count && list[far_end].begin <= at + 200) ++far_end;
    EvidenceRow& row = r.evidence[i];
    const std::int64_t own = voice[i];
    set(row, PlaceEvidence::belief, r.belief[i] / 4);
    set(row, PlaceEvidence::rival, rival[i] / 4);
    set(row, PlaceEvidence::rival_longer, longer[i] / 4);
    set(row, PlaceEvidence::near, (sums[near_end] - sums[near_begin] - own) / 50);
    set(row, PlaceEvidence::far, (sums[far_end] - sums[far_begin] - own) / 100);
    set(row, PlaceEvidence::all, (sums[count] - own) / 200);
    set(row, PlaceEvidence::density,
        (sums[count] - own) / static_cast<std::int64_t>(r.cells.size() + 1) * 2);
    set(row, PlaceEvidence::variety, variety);
    const std::uint32_t k = path[i];
    const auto echo = [&](std::uint32_t distance) {
      return distance >= 1 && distance <= max_shift ? std::uint32_t{echoes[i][distance]} : 0u;
    };
    set(row, PlaceEvidence::shift, k);
    const std::int64_t mine = k > 0 && echo(k) >= 2 ? own : 0;
    set(row, PlaceEvidence::shift_support, (support.between(far_begin, far_end) - mine) / 100);
    set(row, PlaceEvidence::shift_echo, k > 0 ? 1 + echo(k) : 0);
    set(row, PlaceEvidence::shift_length, meant_length(r, places, i, k, echo(k)));
    set(row, PlaceEvidence::echo_below, echo(k - 1));
    set(row, PlaceEvidence::echo_above, echo(k + 1));
    constexpr PlaceEvidence nearest[] = {PlaceEvidence::echo_1, PlaceEvidence::echo_2,
                                         PlaceEvidence::echo_3, PlaceEvidence::echo_4,
                                         PlaceEvidence::echo_5, PlaceEvidence::echo_6};
    for (std::uint32_t d = 1; d <= 6; ++d) set(row, nearest[d - 1], echo(d));
    std::uint32_t best = 0, distance = 0;
    for (std::uint32_t d = 1; d <= 12; ++d)
      if (echo(d) > best) best = echo(d), distance = d;
    set(row, PlaceEvidence::best_echo, best);
    set(row, PlaceEvidence::echo_distance, distance);
  }
  for (const std::vector<std::uint32_t>& members : uses) {
    const std::vector<std::uint8_t> own_path = best_path(members, voice, echoes);
    const Support own = support_of(members, own_path, voice, echoes);
    std::int64_t total = 0;
    std::int32_t best = 0, second = 0;
    for (const std::uint32_t i : members) {
      total += r.belief[i];
      if (r.belief[i] > best)
        second = best, best = r.belief[i];
      else
        second = std::max(second, r.belief[i]);
    }
    for (std::size_t n = 0; n < members.size(); ++n) {
      const std::uint32_t i = members[n];
      EvidenceRow& row = r.evidence[i];
      const std::uint32_t k = own_path[n];
      r.own_shift[i] = own_path[n];
      const bool mine = k > 0 && echoes[i][k] >= 2;
      set(row, PlaceEvidence::own_shift, k);
      set(row, PlaceEvidence::own_support,
          (own.between(0, members.size()) - (mine ? voice[i] : 0)) / 50);
      set(row, PlaceEvidence::own_echo, k > 0 ? 1 + echoes[i][k] : 0);
      set(row, PlaceEvidence::own_length, meant_length(r, places, i, k, echoes[i][k]));
      set(row, PlaceEvidence::same_best, (r.belief[i] == best ? second : best) / 4);
      set(row, PlaceEvidence::same_mean,
          members.size() > 1
              ? (total - r.belief[i]) / static_cast<std::int64_t>(members.size() - 1) / 4
              : 0);
    }
  }
  // Other texts that end with the same word: of one thing only one is a tool's main mention.
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_last_word;
  for (std::uint32_t i = 0; i < count; ++i)
    by_last_word[r.cells[list[i].end - 1].word].push_back(i);
  for (const auto& [word, members] : by_last_word) {
    // The best belief, and the best in another text than that one's.
    std::uint32_t text = no_index;
    std::int32_t best = 0, other = 0;
    std::int64_t total = 0;
    std::unordered_map<std::uint32_t, std::pair<std::int64_t, std::uint32_t>> of_text;
    for (const std::uint32_t i : members) {
      if (text == no_index || r.belief[i] > best) best = r.belief[i], text = list[i].string;
      total += voice[i];
      auto& [sum, n] = of_text[list[i].string];
      sum += voice[i], ++n;
    }
    for (const std::uint32_t i : members)
      if (list[i].string != text) other = std::max(other, r.belief[i]);
    for (const std::uint32_t i : members) {
      EvidenceRow& row = r.evidence[i];
      const auto& [sum, n] = of_text[list[i].string];
      set(row, PlaceEvidence::other_best, (list[i].string == text ? other : best) / 4);
      set(row, PlaceEvidence::other_mean,
          members.size() > n ? (total - sum) / static_cast<std::int64_t>(members.size() - n) / 4
                             : 0);
    }
  }
  // Distances to the places that are believed in.
  std::size_t next = 0;
  std::uint32_t last = no_index;
  for (std::size_t i = 0; i < count; ++i) {
    while (next < chosen.size() && list[chosen[next]].end <= list[i].begin) last = chosen[next++];
    set(r.evidence[i], PlaceEvidence::place_before,
        last == no_index ? 255 : list[i].begin - list[last].end);
    std::size_t behind = next;
    while (behind < chosen.size() && list[chosen[behind]].begin < list[i].end) ++behind;
    set(r.evidence[i], PlaceEvidence::place_behind,
        behind == chosen.size() ? 255 : list[chosen[behind]].begin - list[i].end);
  }
}

}  // namespace palimpsest
