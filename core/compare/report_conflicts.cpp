// Tested by tests/core/report_test.cpp and tests/quality/reports.json.
#include "compare/report_conflicts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace palimpsest {
namespace {

/// A link must be as close as this for its sentences to be held against each other: below, they
/// speak of one event and say different things of it.
constexpr double close_enough = 0.3;
constexpr float paired_enough = 0.4F;
/// "Geneva, May 5, 2016" states nothing that could be contradicted.
constexpr std::uint32_t least_units = 4;

std::uint32_t sentence_at(const ReportText& r, std::uint32_t at) {
  const auto found = std::upper_bound(
      r.sentences.begin(), r.sentences.end(), at,
      [](std::uint32_t place, const ReportSentence& s) { return place < s.span.begin; });
  return found == r.sentences.begin() ? 0
                                      : static_cast<std::uint32_t>(found - r.sentences.begin()) - 1;
}

Elsewhere look_elsewhere(const ReportText& r, const ReportText& other) {
  std::unordered_set<std::uint64_t> keys;
  for (const ReportUnit& unit : other.units) keys.insert(unit.key);
  constexpr std::uint32_t often = 2;
  Elsewhere found;
  found.linked.assign(r.units.size(), false);
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (const ReportUnit& unit : r.units)
    if (unit.sort == UnitSort::name) ++counts[unit.key];
  for (const ReportUnit& unit : r.units) {
    found.anywhere.push_back(keys.count(unit.key) != 0);
    found.often.push_back(counts[unit.key] >= often);
  }
  std::unordered_set<std::uint64_t> speakers;
  for (const Quote& quote : r.doc.quotes) {
    const UnitRange range = units_in(r, quote.speaker_span);
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (r.units[i].sort == UnitSort::name) speakers.insert(r.units[i].key);
  }
  for (const ReportUnit& unit : r.units) found.speaks.push_back(speakers.count(unit.key) != 0);
  return found;
}

/// Marks the units of a sentence that a linked one has, too.
void mark_linked(const ReportText& r, const ReportSentence& sentence, const ReportText& other,
                 const ReportSentence& other_sentence, Elsewhere& found) {
  std::unordered_set<std::uint64_t> keys;
  for (std::uint32_t i = other_sentence.first; i < other_sentence.last; ++i)
    keys.insert(other.units[i].key);
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (keys.count(r.units[i].key) != 0) found.linked[i] = true;
}

bool meet(CleanSpan x, CleanSpan y) { return x.begin < y.end && y.begin < x.end; }

}  // namespace

void find_attribution_conflicts(const ReportText& a, const ReportText& b,
                                const std::vector<QuotePair>& quotes,
                                std::vector<Conflict>& conflicts) {
  // Near the same words: two people may say like things of one matter.
  constexpr double same_words = 0.8;
  for (const QuotePair& pair : quotes) {
    const Quote& x = a.doc.quotes[pair.a];
    const Quote& y = b.doc.quotes[pair.b];
    const std::string_view name_x = named_speaker(a, x), name_y = named_speaker(b, y);
    if (pair.share < same_words || name_x.empty() || name_y.empty()) continue;
    const auto key_of = [](const ReportText& r, CleanSpan span, std::uint32_t entity) {
      const UnitRange range = units_in(r, span);
      for (std::uint32_t i = range.first; i < range.last; ++i)
        if (r.units[i].sort == UnitSort::name &&
            r.doc.mentions[r.units[i].mention].entity == entity)
          return i;
      return no_index;
    };
    const std::uint32_t unit_x = key_of(a, x.speaker_span, x.speaker),
                        unit_y = key_of(b, y.speaker_span, y.speaker);
    if (unit_x == no_index || unit_y == no_index || a.units[unit_x].key == b.units[unit_y].key)
      continue;
    if (a.doc.entities[x.speaker].kind != b.doc.entities[y.speaker].kind) continue;
    // A speaker of another sentence was found by who spoke before, which is less sure.
    const auto beside = [](const ReportText& r, const ReportUnit& unit, CleanSpan quote) {
      const std::uint32_t s = sentence_at(r, unit.span.begin);
      return s == sentence_at(r, quote.begin) || s == sentence_at(r, quote.end - 1);
    };
    if (!beside(a, a.units[unit_x], x.span) || !beside(b, b.units[unit_y], y.span)) continue;
    conflicts.push_back(
        {Slot::attribution, a.units[unit_x].span, b.units[unit_y].span,
         sentence_at(a, a.units[unit_x].span.begin), sentence_at(b, b.units[unit_y].span.begin),
         "the same words are said by “" + std::string(name_x) + "” in the first text and by “" +
             std::string(name_y) + "” in the second"});
  }
}

std::vector<Conflict> find_conflicts(const ReportText& a, const ReportText& b,
                                     const std::vector<SentenceLink>& links,
                                     const std::vector<QuotePair>& quotes) {
  std::vector<Conflict> found;
  find_attribution_conflicts(a, b, quotes, found);
  BothElsewhere elsewhere{look_elsewhere(a, b), look_elsewhere(b, a)};
  for (const SentenceLink& link : links) {
    const ReportSentence &x = a.sentences[link.a], &y = b.sentences[link.b];
    mark_linked(a, x, b, y, elsewhere.a);
    mark_linked(b, y, a, x, elsewhere.b);
  }
  for (const SentenceLink& link : links) {
    const auto says_little = [](const ReportSentence& s) { return s.last - s.first < least_units; };
    if (link.similarity < close_enough || says_little(a.sentences[link.a]) ||
        says_little(b.sentences[link.b]))
      continue;
    const UnitPairs pairs(a, b, link.a, link.b);
    if (pairs.paired_share() < paired_enough) continue;
    find_value_conflicts({pairs, link}, elsewhere, found);
    find_polarity_conflicts({pairs, link}, found);
  }
  // Of two at one place the earlier row stays, and of two of a row the earlier in the texts.
  std::stable_sort(found.begin(), found.end(),
                   [](const Conflict& x, const Conflict& y) { return x.slot < y.slot; });
  std::vector<Conflict> kept;
  // Places that are taken, by where they begin: few conflicts meet, so a sorted list does.
  std::vector<CleanSpan> taken_a, taken_b;
  const auto is_taken = [](const std::vector<CleanSpan>& taken, CleanSpan span) {
    if (span.empty()) return false;
    const auto next = std::lower_bound(taken.begin(), taken.end(), span);
    return (next != taken.end() && meet(*next, span)) ||
           (next != taken.begin() && meet(*std::prev(next), span));
  };
  for (Conflict& conflict : found) {
    if (is_taken(taken_a, conflict.a) || is_taken(taken_b, conflict.b)) continue;
    if (!conflict.a.empty())
      taken_a.insert(std::lower_bound(taken_a.begin(), taken_a.end(), conflict.a), conflict.a);
    if (!conflict.b.empty())
      taken_b.insert(std::lower_bound(taken_b.begin(), taken_b.end(), conflict.b), conflict.b);
    kept.push_back(std::move(conflict));
  }
  std::sort(kept.begin(), kept.end(), [](const Conflict& x, const Conflict& y) {
    return x.sentence_a != y.sentence_a ? x.sentence_a < y.sentence_a
           : x.a != y.a                 ? x.a < y.a
                                        : x.b < y.b;
  });
  return kept;
}

}  // namespace palimpsest
