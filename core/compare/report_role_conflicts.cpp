// One person who is the finance minister here and the foreign minister there. Tested by
// tests/core/report_test.cpp.
//
// Somebody may well be a senator, a member of this committee and the chairman of that one, and may
// have been something else before; so a conflict needs the same kind of office in both texts, with
// what rules each other out beside it, and no title of one text that goes with one of the other.
#include <algorithm>
#include <string>

#include "compare/report_conflicts.h"
#include "entity/role_words.h"
#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

/// A title, taken apart: "[deputy] [foreign] [minister]", "[secretary] of [state]".
struct OfficeTitle {
  CleanSpan span;
  std::string head;                  // "minister"
  std::vector<std::string> of_what;  // "foreign", "state"
  bool is_deputy = false;
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Offices that nobody holds two of, so that two of their kinds rule each other out.
std::string_view head_of(std::string_view word) {
  if (is_one_of(word, {"sen", "senator"})) return "senator";
  if (is_one_of(word, {"rep", "representative", "congressman", "congresswoman"}))
    return "representative";
  if (is_one_of(word, {"gov", "governor"})) return "governor";
  if (is_one_of(word, {"president", "minister", "secretary", "mayor", "leader", "general"}))
    return word;
  return {};
}

/// Members of two houses, or two of one kind of office.
bool are_of_a_kind(const OfficeTitle& x, const OfficeTitle& y) {
  const auto in_a_house = [](const OfficeTitle& t) {
    return t.head == "senator" || t.head == "representative";
  };
  return x.head == y.head || (in_a_house(x) && in_a_house(y));
}

bool rule_out(const OfficeTitle& x, const OfficeTitle& y) {
  if (!are_of_a_kind(x, y)) return false;
  if (x.head != y.head || x.is_deputy != y.is_deputy) return true;
  if (x.of_what.empty() || y.of_what.empty()) return false;
  return std::none_of(x.of_what.begin(), x.of_what.end(), [&](const std::string& word) {
    return std::find(y.of_what.begin(), y.of_what.end(), word) != y.of_what.end();
  });
}

/// Without a head: nothing to hold against another, "former" or "acting" among it.
OfficeTitle read_title(const ReportText& r, CleanSpan span) {
  const Tokens& tokens = r.doc.tokens;
  OfficeTitle title{span, {}, {}, false};
  bool past = false;
  const auto read = [&](std::size_t i) {
    const std::string word = lower_case(tokens.of(r.text, i));
    if (is_one_of(word, {"former", "ex", "acting", "interim", "outgoing", "incoming", "then",
                         "late", "elect", "designate", "nominee", "candidate"}))
      past = true;
    if (is_one_of(word, {"vice", "deputy", "assistant", "under", "associate"}))
      title.is_deputy = true;
    if (is_office(word) || is_one_of(word, {"foreign", "majority", "minority", "attorney",
                                            "inspector", "surgeon", "solicitor", "press", "prime"}))
      title.of_what.push_back(word == "defense" ? "defence" : word);
    if (const std::string_view head = head_of(word); !head.empty() && !is_plural_role(word))
      title.head = head;
  };
  std::size_t i = tokens.at(span.begin);
  for (; i < tokens.size() && tokens.begin_of(i) < span.end; ++i)
    if (tokens[i].is_word()) read(i);
  // "[Secretary] of State", "[President]-elect".
  while (i < tokens.size() && !tokens[i].is_word() && tokens.begin_of(i) < span.end + 2) ++i;
  if (i < tokens.size() && tokens[i].is_word() && tokens.begin_of(i) <= span.end + 1) {
    const std::string next = lower_case(tokens.of(r.text, i));
    if (next == "elect" || next == "designate") past = true;
    std::size_t what = i + 1;
    while (what < tokens.size() && !tokens[what].is_word()) ++what;
    if ((next == "of" || next == "for") && what < tokens.size() &&
        is_office(lower_case(tokens.of(r.text, what)))) {
      read(what);
      title.span.end = tokens.span(what).end;
    }
  }
  if (past) title.head.clear();
  return title;
}

/// The titles of one text with the entities that hold them, by entity.
struct HeldTitle {
  std::uint32_t holder;
  OfficeTitle title;
};

std::vector<HeldTitle> read_titles(const ReportText& r) {
  std::vector<HeldTitle> titles;
  for (const Mention& m : r.doc.mentions) {
    if (m.kind != EntityKind::role || m.holder == no_index) continue;
    const std::uint32_t holder = r.doc.mentions[m.holder].entity;
    if (holder == no_index) continue;
    OfficeTitle title = read_title(r, m.span);
    if (!title.head.empty()) titles.push_back({holder, std::move(title)});
  }
  sort_by(titles, [](const HeldTitle& held) { return std::uint64_t{held.holder}; });
  return titles;
}

std::span<const HeldTitle> titles_of(const std::vector<HeldTitle>& titles, std::uint32_t holder) {
  const auto first = std::lower_bound(
      titles.begin(), titles.end(), holder,
      [](const HeldTitle& held, std::uint32_t entity) { return held.holder < entity; });
  auto last = first;
  while (last != titles.end() && last->holder == holder) ++last;
  return {titles.data() + (first - titles.begin()), static_cast<std::size_t>(last - first)};
}

}  // namespace

void find_role_conflicts(const ReportText& a, const ReportText& b,
                         std::span<const SharedEntity> entities, std::vector<Conflict>& conflicts) {
  const std::vector<HeldTitle> titles_a = read_titles(a), titles_b = read_titles(b);
  for (const SharedEntity& entity : entities) {
    if (entity.a == no_index || entity.b == no_index) continue;
    const std::span<const HeldTitle> x = titles_of(titles_a, entity.a),
                                     y = titles_of(titles_b, entity.b);
    if (x.empty() || y.empty()) continue;
    const bool all_differ = std::all_of(x.begin(), x.end(), [&](const HeldTitle& p) {
      return std::all_of(y.begin(), y.end(),
                         [&](const HeldTitle& q) { return rule_out(p.title, q.title); });
    });
    if (!all_differ) continue;
    const CleanSpan in_a = x[0].title.span, in_b = y[0].title.span;
    conflicts.push_back(
        {Slot::role, in_a, in_b, sentence_at(a, in_a.begin), sentence_at(b, in_b.begin),
         a.doc.entities[entity.a].name + " is “" + std::string(in_a.of(a.text)) +
             "” in the first text and “" + std::string(in_b.of(b.text)) + "” in the second"});
  }
}

}  // namespace palimpsest
