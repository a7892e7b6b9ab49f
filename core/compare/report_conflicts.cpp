// Tested by tests/core/report_test.cpp and tests/quality/reports.json.
#include "compare/report_conflicts.h"

#include <algorithm>

#include "text/order.h"

namespace palimpsest {
namespace {

/// A link must be as close as this for its sentences to be held against each other: below, they
/// speak of one event and say different things of it.
constexpr double close_enough = 0.3;
constexpr float paired_enough = 0.4F;
/// "Geneva, May 5, 2016" states nothing that could be contradicted.
constexpr std::uint32_t least_units = 4;

Elsewhere look_elsewhere(const ReportText& r, const ReportText& other) {
  std::uint32_t numbers = 0;
  for (const ReportText* text : {&r, &other})
    for (const ReportUnit& unit : text->units) numbers = std::max(numbers, unit.number + 1);
  std::vector<std::uint32_t> here(numbers, 0), there(numbers, 0);
  // A pronoun is no naming: of whom one tells once, one may well say "he" behind it.
  for (const ReportUnit& unit : r.units) here[unit.number] += unit.sort != UnitSort::pronoun;
  for (const ReportUnit& unit : other.units) ++there[unit.number];
  std::vector<bool> speakers(numbers, false);
  for (const Quote& quote : r.doc.quotes) {
    const UnitRange range = units_in(r, quote.speaker_span);
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (r.units[i].sort == UnitSort::name) speakers[r.units[i].number] = true;
  }
  Elsewhere found;
  std::uint32_t most = 1;  // a place that is named once is not what the text is about
  for (const ReportUnit& unit : r.units)
    if (unit.sort == UnitSort::name && here[unit.number] > most &&
        r.doc.mentions[unit.mention].kind == EntityKind::place) {
      most = here[unit.number];
      found.has_own_place = there[unit.number] == 0;
    }
  found.linked.assign(r.units.size(), false);
  for (const ReportUnit& unit : r.units) {
    const std::uint32_t count = here[unit.number], others = there[unit.number];
    found.anywhere.push_back(others > 0);
    found.own.push_back(count >= 2 && count > others);
    found.speaks.push_back(speakers[unit.number]);
  }
  return found;
}

/// Marks the units of a sentence that a linked one has, too.
void mark_linked(const ReportText& r, const ReportSentence& sentence, const ReportText& other,
                 const ReportSentence& other_sentence, Elsewhere& found) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    for (std::uint32_t j = other_sentence.first; j < other_sentence.last && !found.linked[i]; ++j)
      found.linked[i] = r.units[i].number == other.units[j].number;
}

bool meet(CleanSpan x, CleanSpan y) { return x.begin < y.end && y.begin < x.end; }

}  // namespace

std::uint32_t sentence_at(const ReportText& r, std::uint32_t at) {
  const auto found = std::upper_bound(
      r.sentences.begin(), r.sentences.end(), at,
      [](std::uint32_t place, const ReportSentence& s) { return place < s.span.begin; });
  return found == r.sentences.begin() ? 0
                                      : static_cast<std::uint32_t>(found - r.sentences.begin()) - 1;
}

void find_attribution_conflicts(const ReportText& a, const ReportText& b,
                                const std::vector<QuotePair>& quotes,
                                std::vector<Conflict>& conflicts) {
  // Near the same words: two people may say like things of one matter.
  constexpr double same_words = 0.8;
  for (const QuotePair& pair : quotes) {
    const Quote& x = a.doc.quotes[pair.a];
    const Quote& y = b.doc.quotes[pair.b];
    const std::string_view name_x = named_speaker(a, x), name_y = named_speaker(b, y);
    // What one says in other words may well be said by two.
    const bool direct = x.form == SpeechForm::direct && y.form == SpeechForm::direct;
    if ((direct ? pair.share : pair.share_of_longer) < same_words) continue;
    if (name_x.empty() || name_y.empty()) continue;
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
    if (are_spellings(name_x, name_y)) continue;
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
                                     const ReportComparison& comparison,
                                     const std::vector<QuotePair>& quotes) {
  std::vector<Conflict> found;
  find_attribution_conflicts(a, b, quotes, found);
  find_role_conflicts(a, b, comparison.entities, found);
  BothElsewhere elsewhere{look_elsewhere(a, b), look_elsewhere(b, a)};
  const std::vector<SentenceLink>& links = comparison.links;
  for (const SentenceLink& link : links) {
    const ReportSentence &x = a.sentences[link.a], &y = b.sentences[link.b];
    mark_linked(a, x, b, y, elsewhere.a);
    mark_linked(b, y, a, x, elsewhere.b);
  }
  // The closest first: of two links with one conflict the closer one shows it.
  std::vector<std::uint64_t> keys;
  for (const SentenceLink& link : links)
    keys.push_back(static_cast<std::uint64_t>(1e6 * (1 - link.similarity)));
  for (const std::uint32_t index : order_of(keys)) {
    const SentenceLink& link = links[index];
    const auto says_little = [](const ReportSentence& s) { return s.last - s.first < least_units; };
    if (link.similarity < close_enough || says_little(a.sentences[link.a]) ||
        says_little(b.sentences[link.b]))
      continue;
    const UnitPairs pairs(a, b, link.a, link.b);
    if (pairs.paired_share() < paired_enough) continue;
    find_value_conflicts({pairs, link}, elsewhere, found);
    find_polarity_conflicts({pairs, link}, found);
  }
  // Of two at one place the earlier row stays, and of two of a row that of the closer link.
  sort_by(found,
          [](const Conflict& c) { return std::uint64_t{static_cast<std::uint8_t>(c.slot)}; });
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
  sort_by(kept, [](const Conflict& c) { return key_of_span(c.b); });
  sort_by(kept, [](const Conflict& c) { return two_keys(c.sentence_a, c.a.begin); });
  return kept;
}

}  // namespace palimpsest
