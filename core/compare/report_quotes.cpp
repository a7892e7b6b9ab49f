// Tested by tests/core/report_test.cpp.
#include "compare/report_quotes.h"

#include <algorithm>
#include <unordered_map>

namespace palimpsest {
namespace {

constexpr std::size_t most_quotes_of_word = 16;
constexpr double least_share = 0.55;
constexpr std::uint32_t least_words = 4;

struct Bag {
  std::vector<std::uint64_t> keys;  // sorted, each once
  std::vector<float> weights;
  float weight = 0;
};

Bag bag_of(const ReportText& r, CleanSpan span) {
  std::vector<std::pair<std::uint64_t, float>> words;
  const UnitRange range = units_in(r, span);
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (r.units[i].is_content() && r.units[i].sort != UnitSort::pronoun)
      words.push_back({r.units[i].key, static_cast<float>(r.units[i].rarity)});
  std::sort(words.begin(), words.end());
  Bag bag;
  for (const auto& [key, weight] : words) {
    if (!bag.keys.empty() && bag.keys.back() == key) continue;
    bag.keys.push_back(key);
    bag.weights.push_back(weight);
    bag.weight += weight;
  }
  return bag;
}

struct Shared {
  float weight = 0;
  std::uint32_t words = 0;
};

Shared shared_by(const Bag& x, const Bag& y) {
  Shared shared;
  for (std::size_t i = 0, j = 0; i < x.keys.size() && j < y.keys.size();) {
    if (x.keys[i] < y.keys[j]) {
      ++i;
    } else if (y.keys[j] < x.keys[i]) {
      ++j;
    } else {
      shared.weight += x.weights[i];
      ++shared.words;
      ++i, ++j;
    }
  }
  return shared;
}

}  // namespace

UnitRange units_in(const ReportText& r, CleanSpan span) {
  const auto begins_before = [](const ReportUnit& unit, std::uint32_t at) {
    return unit.span.begin < at;
  };
  const auto first = std::lower_bound(r.units.begin(), r.units.end(), span.begin, begins_before);
  const auto last = std::lower_bound(first, r.units.end(), span.end, begins_before);
  return {static_cast<std::uint32_t>(first - r.units.begin()),
          static_cast<std::uint32_t>(last - r.units.begin())};
}

std::string_view named_speaker(const ReportText& r, const Quote& quote) {
  if (quote.speaker == no_index || quote.speaker_span.empty()) return {};
  const UnitRange range = units_in(r, quote.speaker_span);
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const ReportUnit& unit = r.units[i];
    if (unit.sort == UnitSort::name && r.doc.mentions[unit.mention].entity == quote.speaker)
      return r.of(unit);
  }
  return {};
}

std::vector<QuotePair> pair_quotes(const ReportText& a, const ReportText& b) {
  std::vector<Bag> bags_a, bags_b;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> quotes_of;
  for (std::uint32_t i = 0; i < a.doc.quotes.size(); ++i) {
    bags_a.push_back(bag_of(a, a.doc.quotes[i].span));
    for (const std::uint64_t key : bags_a.back().keys) {
      std::vector<std::uint32_t>& list = quotes_of[key];
      if (list.size() <= most_quotes_of_word) list.push_back(i);
    }
  }
  std::vector<QuotePair> found;
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t j = 0; j < b.doc.quotes.size(); ++j) {
    bags_b.push_back(bag_of(b, b.doc.quotes[j].span));
    candidates.clear();
    for (const std::uint64_t key : bags_b.back().keys)
      if (const auto list = quotes_of.find(key);
          list != quotes_of.end() && list->second.size() <= most_quotes_of_word)
        candidates.insert(candidates.end(), list->second.begin(), list->second.end());
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (const std::uint32_t i : candidates) {
      const Shared shared = shared_by(bags_a[i], bags_b[j]);
      const float least = std::min(bags_a[i].weight, bags_b[j].weight);
      const double share = static_cast<double>(shared.weight) / static_cast<double>(least);
      const bool equal = bags_a[i].keys == bags_b[j].keys;
      if (equal || (shared.words >= least_words && share >= least_share))
        found.push_back({i, j, equal ? 1 : share});
    }
  }
  std::sort(found.begin(), found.end(), [](const QuotePair& x, const QuotePair& y) {
    return x.share != y.share ? x.share > y.share : x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  std::vector<bool> taken_a(bags_a.size(), false), taken_b(bags_b.size(), false);
  std::vector<QuotePair> pairs;
  for (const QuotePair& pair : found) {
    if (taken_a[pair.a] || taken_b[pair.b]) continue;
    taken_a[pair.a] = taken_b[pair.b] = true;
    pairs.push_back(pair);
  }
  std::sort(pairs.begin(), pairs.end(),
            [](const QuotePair& x, const QuotePair& y) { return x.a < y.a; });
  return pairs;
}

}  // namespace palimpsest
