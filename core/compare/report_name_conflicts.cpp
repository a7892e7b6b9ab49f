// Whether two names stand in one place of two sentences and are those of two things. Each report
// has its own people and places, who do the like: that is no contradiction. Tested by
// tests/core/report_test.cpp and by tests/quality/reports.
#include <algorithm>
#include <string>

#include "cluster/name.h"
#include "compare/report_conflicts.h"
#include "entity/role_words.h"

namespace palimpsest {
namespace {

constexpr float name_place = 2.0F, known_name_place = 2.4F;  // of UnitPairs::same_place

const Mention& mention_of(const ReportText& r, const ReportUnit& unit) {
  return r.doc.mentions[unit.mention];
}

/// Names that may be one and were not joined: they share a word, or one is short for the other.
bool may_be_one_name(const UnitPairs& p, const ReportUnit& x, const ReportUnit& y) {
  const EntityKind kind = mention_of(p.a, x).kind;
  const Name a = read_name(p.a.text, p.a.doc.tokens, x.span, kind),
             b = read_name(p.b.text, p.b.doc.tokens, y.span, mention_of(p.b, y).kind);
  if (a.words.empty() || b.words.empty() || are_spellings(a.key, b.key)) return true;
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

/// "Contact: Ann Lee, 202/224-6342": a line that says nothing of the name.
bool say_something(const UnitPairs& p) {
  constexpr std::uint32_t least_words = 3;  // of small letters, in both sentences
  std::uint32_t words = 0;
  for (std::uint32_t i = p.sentence_a.first; i < p.sentence_a.last; ++i) {
    const ReportUnit& unit = p.a.units[i];
    words += unit.sort == UnitSort::word && p.of_a(i) != no_index &&
             (unit.is_content() || unit.is(ReportUnit::function));
  }
  return words >= least_words;
}

/// All words of the name stand somewhere in the other sentence: "the Doha talks" and "the Doha
/// Round of WTO talks".
bool is_said(const ReportText& r, const ReportUnit& unit, const ReportText& other,
             const ReportSentence& sentence) {
  const Tokens& tokens = other.doc.tokens;
  const std::size_t first = tokens.at(sentence.span.begin);
  for (std::size_t i = r.doc.tokens.at(unit.span.begin); r.doc.tokens.begin_of(i) < unit.span.end;
       ++i) {
    if (!r.doc.tokens[i].is_word()) continue;
    const std::string_view word = r.doc.tokens.of(r.text, i);
    bool found = false;
    for (std::size_t n = first; !found && tokens.begin_of(n) < sentence.span.end; ++n)
      found = tokens[n].is_word() && tokens.of(other.text, n) == word;
    if (!found) return false;
  }
  return true;
}

/// The unit of the person that a name says something of, without a verb between them: "Jon Kyl
/// (R-[Arizona])", "Ann Lee, a member of the [Budget Committee]"; or no_index.
std::uint32_t bearer_of(const ReportText& r, const ReportSentence& sentence, std::uint32_t unit) {
  constexpr std::uint32_t reach = 12;
  for (std::uint32_t i = unit; i-- > sentence.first && unit - i <= reach;) {
    const ReportUnit& before = r.units[i];
    if (before.sort == UnitSort::name && mention_of(r, before).kind == EntityKind::person) return i;
    const bool is_plain =
        before.sort == UnitSort::word && before.is_content() && !before.is(ReportUnit::capital);
    if (is_plain && role_use(r.of(before)) == RoleUse::none) break;
  }
  return no_index;
}

/// Each says what its own person is, of whom the other does not speak there.
bool belong_to_others(const UnitPairs& p, std::uint32_t x, std::uint32_t y) {
  if (mention_of(p.a, p.a.units[x]).kind == EntityKind::person) return false;
  const std::uint32_t m = bearer_of(p.a, p.sentence_a, x), n = bearer_of(p.b, p.sentence_b, y);
  return m != no_index && n != no_index && !is_same(p.a.units[m], p.b.units[n]);
}

/// "SEN. LEE SPEAKS ON FLOODS": says who the report is about.
bool is_heading(const ReportText& r, const ReportSentence& sentence) {
  if (&sentence != r.sentences.data() || sentence.span.empty()) return false;
  const char last = sentence.span.of(r.text).back();
  return last != '.' && last != '!' && last != '?' && r.sentences.size() > 1;
}

}  // namespace

bool are_spellings(std::string_view x, std::string_view y) {
  constexpr std::size_t least_letters = 6, most_changed = 2;
  if (x.size() != y.size() || x.size() < least_letters) return false;
  std::size_t changed = 0;
  for (std::size_t i = 0; i < x.size(); ++i) changed += x[i] != y[i];
  return changed <= most_changed;
}

float rate_names(const UnitPairs& p, const BothElsewhere& elsewhere, std::uint32_t x,
                 std::uint32_t y) {
  const ReportUnit& u = p.a.units[x];
  const ReportUnit& v = p.b.units[y];
  if (!comparable_kinds(mention_of(p.a, u).kind, mention_of(p.b, v).kind)) return 0;
  if (elsewhere.a.own[x] && elsewhere.b.own[y]) return 0;
  const bool lone = !elsewhere.a.anywhere[x] && !elsewhere.b.anywhere[y];
  const bool person = mention_of(p.a, u).kind == EntityKind::person;
  if (lone && person && is_heading(p.a, p.sentence_a) && is_heading(p.b, p.sentence_b)) return 0;
  const float place = p.same_place(x, y);
  const bool known = elsewhere.a.anywhere[x] && elsewhere.b.anywhere[y];
  if (place < (known ? known_name_place : name_place) || !p.same_gap(x, y)) return 0;
  if (!say_something(p) || belong_to_others(p, x, y)) return 0;
  if (is_said(p.a, u, p.b, p.sentence_b) || is_said(p.b, v, p.a, p.sentence_a)) return 0;
  return may_be_one_name(p, u, v) ? 0 : place;
}

}  // namespace palimpsest
