// The same thing counted, dated or named otherwise. Tested by tests/core/report_test.cpp.
#include <algorithm>
#include <string>

#include "cluster/name.h"
#include "compare/report_conflicts.h"
#include "compare/report_values.h"

namespace palimpsest {
namespace {

/// How much the words around must agree (UnitPairs::same_place); set on the open half of
/// tests/quality/reports.
constexpr float number_place = 1.3F, date_place = 1.2F, name_place = 2.0F, known_name_place = 2.4F;

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

/// Names that may be one and were not joined: they share a word, or one is short for the other.
bool may_be_one_name(const UnitPairs& p, const ReportUnit& x, const ReportUnit& y) {
  const EntityKind kind = mention_of(p.a, x).kind;
  const Name a = read_name(p.a.text, p.a.doc.tokens, x.span, kind),
             b = read_name(p.b.text, p.b.doc.tokens, y.span, mention_of(p.b, y).kind);
  if (a.words.empty() || b.words.empty()) return true;
  if (kind == EntityKind::person && !a.is_single() && !b.is_single())
    return a.words.back() == b.words.back();
  for (const std::string& word : a.words)
    if (std::find(b.words.begin(), b.words.end(), word) != b.words.end()) return true;
  return a.is_acronym != b.is_acronym && a.key[0] == b.key[0];
}

bool is_body(EntityKind kind) {
  return kind == EntityKind::organisation || kind == EntityKind::place ||
         kind == EntityKind::facility;
}

bool comparable_kinds(EntityKind x, EntityKind y) { return x == y || (is_body(x) && is_body(y)); }

float needed(UnitSort sort) {
  return sort == UnitSort::number ? number_place : sort == UnitSort::date ? date_place : name_place;
}

/// 0: no conflict; else how surely the two units are in one place.
float rate(const UnitPairs& p, const BothElsewhere& elsewhere, std::uint32_t x, std::uint32_t y) {
  const ReportUnit& u = p.a.units[x];
  const ReportUnit& v = p.b.units[y];
  if (u.sort != v.sort || u.mention == no_index || v.mention == no_index) return 0;
  float place = p.same_place(x, y);
  if (u.sort == UnitSort::name) {
    if (!comparable_kinds(mention_of(p.a, u).kind, mention_of(p.b, v).kind)) return 0;
    // Each report has its own people and places, who do the like: no contradiction.
    const bool lone_a = !elsewhere.a.anywhere[x], lone_b = !elsewhere.b.anywhere[y];
    if (lone_a && lone_b && elsewhere.a.often[x] && elsewhere.b.often[y]) return 0;
    const bool known = elsewhere.a.anywhere[x] && elsewhere.b.anywhere[y];
    if (place < (known ? known_name_place : name_place) || !p.same_gap(x, y)) return 0;
    return may_be_one_name(p, u, v) ? 0 : place;
  }
  if (place < needed(u.sort)) return 0;
  if (elsewhere.a.anywhere[x] && elsewhere.b.anywhere[y]) return 0;
  if (hold_values(p.a, u, p.b, v) != Held::different) return 0;
  if (u.sort == UnitSort::number) {
    const EntityKind kind = mention_of(p.a, u).kind;
    const bool counted = kind == EntityKind::number || kind == EntityKind::ordinal;
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
      if (const float place = rate(p, elsewhere, x, y); place > 0)
        candidates.push_back({place, x, y});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(),
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
