// Tested by tests/core/report_test.cpp.
#include "compare/report_quotes.h"

#include <algorithm>
#include <utility>

#include "text/order.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_quotes_of_word = 16;
constexpr double least_share = 0.55;
constexpr std::uint32_t least_words = 4;

/// The content words of a quotation, each once, sorted by their numbers.
struct Bag {
  std::vector<std::uint32_t> words;
  std::vector<float> weights;
  float weight = 0;
};

Bag bag_of(const ReportText& r, CleanSpan span) {
  std::vector<std::uint64_t> words;
  const UnitRange range = units_in(r, span);
  for (std::uint32_t i = range.first; i < range.last; ++i)
    if (r.units[i].is_content() && r.units[i].sort != UnitSort::pronoun)
      words.push_back(two_keys(r.units[i].number, r.units[i].rarity));
  sort_by(words, [](std::uint64_t word) { return word; });
  Bag bag;
  for (const std::uint64_t word : words) {
    const auto number = static_cast<std::uint32_t>(word >> 32);
    if (!bag.words.empty() && bag.words.back() == number) continue;
    bag.words.push_back(number);
    bag.weights.push_back(static_cast<float>(word & 0xFF));
    bag.weight += bag.weights.back();
  }
  return bag;
}

std::vector<Bag> bags_of(const ReportText& r) {
  std::vector<Bag> bags;
  bags.reserve(r.doc.quotes.size());
  for (const Quote& quote : r.doc.quotes) bags.push_back(bag_of(r, quote.span));
  return bags;
}

struct InBoth {
  float weight = 0;
  std::uint32_t words = 0;
};

InBoth shared_by(const Bag& x, const Bag& y) {
  InBoth shared;
  for (std::size_t i = 0, j = 0; i < x.words.size() && j < y.words.size();) {
    if (x.words[i] < y.words[j]) {
      ++i;
    } else if (y.words[j] < x.words[i]) {
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
  const std::vector<Bag> bags_a = bags_of(a), bags_b = bags_of(b);
  // The quotations of the first text by their words.
  std::vector<std::vector<std::uint32_t>> quotes_of;
  for (std::uint32_t i = 0; i < bags_a.size(); ++i)
    for (const std::uint32_t word : bags_a[i].words) {
      if (word >= quotes_of.size()) quotes_of.resize(word + 1);
      if (quotes_of[word].size() <= most_quotes_of_word) quotes_of[word].push_back(i);
    }
  std::vector<QuotePair> found;
  std::vector<std::uint32_t> seen_for(bags_a.size(), no_index);
  for (std::uint32_t j = 0; j < bags_b.size(); ++j) {
    const auto hold = [&](std::uint32_t i) {
      const Bag &x = bags_a[i], &y = bags_b[j];
      const InBoth shared = shared_by(x, y);
      const auto share_of = [&](float weight) {
        return static_cast<double>(shared.weight) / static_cast<double>(weight);
      };
      const double share = share_of(std::min(x.weight, y.weight));
      if (x.words == y.words)
        found.push_back({i, j, 1, 1});
      else if (shared.words >= least_words && share >= least_share)
        found.push_back({i, j, share, share_of(std::max(x.weight, y.weight))});
    };
    for (const std::uint32_t word : bags_b[j].words) {
      if (word >= quotes_of.size() || quotes_of[word].size() > most_quotes_of_word) continue;
      for (const std::uint32_t i : quotes_of[word])
        if (std::exchange(seen_for[i], j) != j) hold(i);
    }
  }
  // The closest first.
  sort_by(found, [](const QuotePair& pair) { return two_keys(pair.a, pair.b); });
  sort_by(found,
          [](const QuotePair& pair) { return static_cast<std::uint64_t>(1e9 * (1 - pair.share)); });
  std::vector<bool> taken_a(bags_a.size(), false), taken_b(bags_b.size(), false);
  std::vector<QuotePair> pairs;
  for (const QuotePair& pair : found) {
    if (taken_a[pair.a] || taken_b[pair.b]) continue;
    taken_a[pair.a] = taken_b[pair.b] = true;
    pairs.push_back(pair);
  }
  sort_by(pairs, [](const QuotePair& pair) { return std::uint64_t{pair.a}; });
  return pairs;
}

}  // namespace palimpsest
