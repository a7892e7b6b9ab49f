// Passages that both texts have, by runs of words: found from runs of eight (hashed, as in
// winnowing; Schleimer, Wilkerson, Aiken 2003), widened over small changes. And from the same runs
// whether two texts are versions of one. Tested by tests/core/report_test.cpp.
#include <algorithm>

#include "compare/report_parts.h"
#include "model/hash.h"
#include "text/key_numbers.h"
#include "text/order.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t seed_words = 8;
constexpr std::uint32_t most_places = 4;   // of one run of words in the first text
constexpr std::uint32_t most_changed = 2;  // words, between equal ones
constexpr std::uint32_t least_equal = 3;   // behind a change
constexpr std::uint32_t least_small = 4;   // words without a capital: a long name is no passage

std::vector<std::uint64_t> hashes_of_runs(const std::vector<std::uint64_t>& keys,
                                          std::uint32_t length) {
  std::vector<std::uint64_t> hashes;
  if (keys.size() < length) return hashes;
  for (std::size_t i = 0; i + length <= keys.size(); ++i) {
    std::uint64_t hash = length;
    for (std::uint32_t n = 0; n < length; ++n) hash = mix_bits(hash * 3 + keys[i + n]);
    hashes.push_back(hash);
  }
  return hashes;
}

/// The first places of each run of words.
struct RunPlaces {
  KeyNumbers runs;
  std::vector<std::uint32_t> places;  // most_places for each run
  std::vector<std::uint8_t> counts;

  std::span<const std::uint32_t> of(std::uint64_t hash) const {
    const std::uint32_t run = runs.find(hash);
    if (run == KeyNumbers::none) return {};
    return {places.data() + std::size_t{run} * most_places, counts[run]};
  }
};

RunPlaces places_of(const std::vector<std::uint64_t>& hashes) {
  RunPlaces found{KeyNumbers(hashes.size()), {}, {}};
  for (std::uint32_t i = 0; i < hashes.size(); ++i) {
    const std::uint32_t run = found.runs.add(hashes[i]);
    if (run == found.counts.size()) {
      found.counts.push_back(0);
      found.places.resize(found.places.size() + most_places);
    }
    if (found.counts[run] < most_places)
      found.places[std::size_t{run} * most_places + found.counts[run]++] = i;
  }
  return found;
}

struct Stretch {
  std::uint32_t a_end, b_end, words;
  bool exact;
};

/// As far as the words are equal, over changes of up to two words with three equal ones behind.
Stretch widen(const std::vector<std::uint64_t>& a, std::uint32_t i,
              const std::vector<std::uint64_t>& b, std::uint32_t j) {
  Stretch s{i, j, 0, true};
  const auto equal_from = [&](std::uint32_t x, std::uint32_t y) {
    std::uint32_t n = 0;
    while (n < least_equal && x + n < a.size() && y + n < b.size() && a[x + n] == b[y + n]) ++n;
    return n == least_equal;
  };
  for (;;) {
    while (s.a_end < a.size() && s.b_end < b.size() && a[s.a_end] == b[s.b_end])
      ++s.a_end, ++s.b_end, ++s.words;
    bool found = false;
    for (std::uint32_t skip = 1; skip <= 2 * most_changed && !found; ++skip)
      for (std::uint32_t x = skip > most_changed ? skip - most_changed : 0;
           x <= std::min(skip, most_changed) && !found; ++x)
        if (equal_from(s.a_end + x, s.b_end + skip - x)) {
          s.a_end += x;
          s.b_end += skip - x;
          s.exact = false;
          found = true;
        }
    if (!found) return s;
  }
}

std::vector<std::uint64_t> keys_of(const ReportText& r) {
  std::vector<std::uint64_t> keys;
  keys.reserve(r.units.size());
  // By its letters, not its stem: what is borrowed is the wording.
  for (const ReportUnit& unit : r.units) keys.push_back(hash_text(r.of(unit)));
  return keys;
}

/// Words in small letters, for texts of which nothing else is known.
std::vector<std::uint64_t> words_of(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::uint64_t hash = 0;
  bool inside = false;
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    const bool letter = (u | 32) >= 'a' && (u | 32) <= 'z';
    if (letter || (u >= '0' && u <= '9')) {
      hash = (inside ? hash : 0xCBF29CE484222325u) ^ (letter ? u | 32u : u);
      hash *= 0x100000001B3u;
      inside = true;
    } else if (inside) {
      words.push_back(mix_bits(hash));
      inside = false;
    }
  }
  if (inside) words.push_back(mix_bits(hash));
  return words;
}

}  // namespace

std::vector<Borrowed> find_borrowed(const ReportText& a, const ReportText& b) {
  const std::vector<std::uint64_t> keys_a = keys_of(a), keys_b = keys_of(b);
  const RunPlaces places = places_of(hashes_of_runs(keys_a, seed_words));
  const std::vector<std::uint64_t> runs = hashes_of_runs(keys_b, seed_words);
  std::vector<Borrowed> borrowed;
  for (std::uint32_t j = 0; j < runs.size();) {
    const std::span<const std::uint32_t> found = places.of(runs[j]);
    if (found.empty()) {
      ++j;
      continue;
    }
    Stretch best{0, 0, 0, true};
    std::uint32_t from = 0;
    for (const std::uint32_t i : found)
      if (const Stretch s = widen(keys_a, i, keys_b, j); s.words > best.words) best = s, from = i;
    std::uint32_t small = 0;
    for (std::uint32_t n = j; n < best.b_end; ++n)
      small += !b.units[n].is(ReportUnit::capital) && b.units[n].is_content();
    if (best.words >= seed_words && small >= least_small)
      borrowed.push_back({{a.units[from].span.begin, a.units[best.a_end - 1].span.end},
                          {b.units[j].span.begin, b.units[best.b_end - 1].span.end},
                          best.words,
                          best.exact});
    j = std::max(j + 1, best.b_end);
  }
  sort_by(borrowed, [](const Borrowed& passage) { return key_of_span(passage.b); });
  sort_by(borrowed, [](const Borrowed& passage) { return key_of_span(passage.a); });
  return borrowed;
}

double shared_text(std::string_view a, std::string_view b) {
  constexpr std::uint32_t run = 4;
  std::vector<std::uint64_t> x = words_of(a), y = words_of(b);
  if (x.size() > y.size()) std::swap(x, y);
  if (x.size() < run) return x == y ? 1 : 0;
  KeyNumbers longer(y.size());
  for (const std::uint64_t hash : hashes_of_runs(y, run)) longer.add(hash);
  const std::vector<std::uint64_t> shorter = hashes_of_runs(x, run);
  std::size_t covered = 0, covered_to = 0;
  for (std::size_t i = 0; i < shorter.size(); ++i) {
    if (!longer.contains(shorter[i])) continue;
    covered += i + run - std::max(i, covered_to);
    covered_to = i + run;
  }
  return static_cast<double>(covered) / static_cast<double>(x.size());
}

CompareMode recognise_mode(std::string_view a, std::string_view b) {
  // Of 150 edited texts and 383 real revisions of the diff data, and of press releases on one
  // event: figures in tests/quality/reports.json (mode).
  constexpr double versions_share = 0.4;
  return shared_text(a, b) >= versions_share ? CompareMode::versions : CompareMode::reports;
}

}  // namespace palimpsest
