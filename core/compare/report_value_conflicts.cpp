// The same thing counted, dated or named otherwise. Tested by tests/core/report_test.cpp and by
// tests/quality/reports, on whose open half the thresholds were set.
#include <algorithm>
#include <string>

#include "compare/report_conflicts.h"
#include "compare/report_values.h"
#include "text/order.h"

namespace palimpsest {
namespace {

/// How much the words around must agree (UnitPairs::same_place).
constexpr float number_place = 1.3F, date_place = 1.2F;
constexpr double nearly_same_link = 0.55;  // similarity
constexpr float alone_gain = 1.3F;

const Mention& mention_of(const ReportText& r, const ReportUnit& unit) {
  return r.doc.mentions[unit.mention];
}

/// What a number counts: "[4,000] US soldiers" and "[400] soldiers".
bool counts_same(const UnitPairs& p, std::uint32_t x, std::uint32_t y) {
  constexpr std::uint32_t reach = 4;
  for (std::uint32_t i = x + 1; i <= x + reach && i < p.sentence_a.last; ++i) {
    const ReportUnit& noun = p.a.units[i];
    if (!noun.is_content()) {
      if (i > x + 1) break;
      continue;
    }
    for (std::uint32_t j = y + 1; j <= y + reach && j < p.sentence_b.last; ++j)
      if (p.b.units[j].is_content() && is_like(noun, p.b.units[j])) return true;
  }
  return false;
}

/// Both sentences have one value of the kind that the other lacks: it is in the same place whatever
/// the words around are.
bool are_alone(const UnitPairs& p, std::uint32_t x) {
  const EntityKind kind = mention_of(p.a, p.a.units[x]).kind;
  const auto count = [kind](const ReportText& r, const ReportSentence& sentence, auto is_in_other) {
    std::uint32_t found = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const ReportUnit& unit = r.units[i];
      found += unit.mention != no_index && mention_of(r, unit).kind == kind && !is_in_other(unit);
    }
    return found;
  };
  return count(p.a, p.sentence_a, [&](const ReportUnit& u) { return p.is_in_b(u); }) == 1 &&
         count(p.b, p.sentence_b, [&](const ReportUnit& u) { return p.is_in_a(u); }) == 1;
}

/// Each sentence names something that its own report is about and the other sentence does not name:
/// the North Carolina growers get one sum and those of Kentucky another. Or the reports are about
/// two places altogether.
bool tell_of_their_own(const UnitPairs& p, const BothElsewhere& elsewhere) {
  if (elsewhere.a.has_own_place && elsewhere.b.has_own_place) return true;
  const auto names_own = [](const ReportText& r, const ReportSentence& sentence,
                            const Elsewhere& found, auto is_in_other) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
      if (r.units[i].sort == UnitSort::name && found.own[i] && !is_in_other(r.units[i]))
        return true;
    return false;
  };
  return names_own(p.a, p.sentence_a, elsewhere.a,
                   [&](const ReportUnit& u) { return p.is_in_b(u); }) &&
         names_own(p.b, p.sentence_b, elsewhere.b,
                   [&](const ReportUnit& u) { return p.is_in_a(u); });
}

/// 0: no conflict; else how surely the two units are in one place.
float rate(const Linked& linked, const BothElsewhere& elsewhere, std::uint32_t x, std::uint32_t y) {
  const UnitPairs& p = linked.pairs;
  const ReportUnit& u = p.a.units[x];
  const ReportUnit& v = p.b.units[y];
  if (u.sort != v.sort || u.mention == no_index || v.mention == no_index) return 0;
  if (u.sort == UnitSort::name) return rate_names(p, elsewhere, x, y);
  float place = p.same_place(x, y);
  const EntityKind kind = mention_of(p.a, u).kind;
  // A sum of money and a share count nothing that could be named beside them.
  const bool counted = kind == EntityKind::number || kind == EntityKind::ordinal;
  if (!counted && linked.link.similarity >= nearly_same_link && are_alone(p, x))
    place += alone_gain;
  if (place < (u.sort == UnitSort::number ? number_place : date_place)) return 0;
  if (elsewhere.a.anywhere[x] && elsewhere.b.anywhere[y]) return 0;
  if (hold_values(p.a, u, p.b, v) != Held::different || tell_of_their_own(p, elsewhere)) return 0;
  if (u.sort == UnitSort::number) {
    if (counted && !counts_same(p, x, y)) return 0;
    if (counts_same(p, x, y)) place += 1;
  }
  return place;
}

std::string why(const ReportText& a, const ReportUnit& x, const ReportText& b, const ReportUnit& y,
                Slot slot) {
  const auto with_noun = [](const ReportText& r, const ReportUnit& unit) {
    return "“" + std::string(r.of(unit)) + "”";
  };
  constexpr std::string_view what[] = {"who says it", "the number", "the date", "the place",
                                       "the name"};
  return std::string(what[static_cast<std::size_t>(slot)]) + " is " + with_noun(a, x) +
         " in the first text and " + with_noun(b, y) + " in the second";
}

}  // namespace

void find_value_conflicts(const Linked& linked, const BothElsewhere& elsewhere,
                          std::vector<Conflict>& conflicts) {
  const UnitPairs& p = linked.pairs;
  const auto is_open = [](const ReportUnit& unit) {
    return unit.sort != UnitSort::word && unit.sort != UnitSort::pronoun;
  };
  struct Candidate {
    float place;
    std::uint32_t x, y;
  };
  // Nearly the same sentence is compared with this one alone; of looser pairs another sentence may
  // have what this one lacks.
  constexpr float nearly_same = 0.7F;
  const bool alone = p.paired_share() >= nearly_same;
  std::vector<Candidate> candidates;
  for (std::uint32_t x = p.sentence_a.first; x < p.sentence_a.last; ++x) {
    if (!is_open(p.a.units[x]) || p.is_in_b(p.a.units[x]) || (!alone && elsewhere.a.linked[x]))
      continue;
    for (std::uint32_t y = p.sentence_b.first; y < p.sentence_b.last; ++y) {
      if (!is_open(p.b.units[y]) || p.is_in_a(p.b.units[y]) || (!alone && elsewhere.b.linked[y]))
        continue;
      if (const float place = rate(linked, elsewhere, x, y); place > 0)
        candidates.push_back({place, x, y});
    }
  }
  sort_by_comparing(candidates,
                    [](const Candidate& m, const Candidate& n) { return m.place > n.place; });
  std::vector<std::uint32_t> taken;
  for (const Candidate& c : candidates) {
    const auto is_taken = [&](std::uint32_t key) {
      return std::find(taken.begin(), taken.end(), key) != taken.end();
    };
    if (is_taken(2 * c.x) || is_taken(2 * c.y + 1)) continue;
    taken.push_back(2 * c.x);
    taken.push_back(2 * c.y + 1);
    const ReportUnit& u = p.a.units[c.x];
    const ReportUnit& v = p.b.units[c.y];
    Slot slot = u.sort == UnitSort::number ? Slot::number : Slot::date;
    if (u.sort == UnitSort::name)
      slot = elsewhere.a.speaks[c.x] && elsewhere.b.speaks[c.y] ? Slot::attribution
             : mention_of(p.a, u).kind == EntityKind::place     ? Slot::place
                                                                : Slot::name;
    conflicts.push_back(
        {slot, u.span, v.span, linked.link.a, linked.link.b, why(p.a, u, p.b, v, slot)});
  }
}

}  // namespace palimpsest
