// What one report says and the other denies, or calls possible. Tested by
// tests/core/report_test.cpp.
#include <algorithm>
#include <string>

#include "compare/report_conflicts.h"
#include "compare/report_words.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t scope = 5;      // units before a word in which "not" and "may" are of it
constexpr float same_statement = 0.6F;  // share of the shorter sentence that must be paired
constexpr float opposite_place = 1.3F;

/// Words that deny what follows without "not".
bool denies(const ReportText& r, const ReportUnit& unit) {
  if (unit.is(ReportUnit::negation)) return true;
  if (unit.sort != UnitSort::word) return false;
  const std::string_view word = r.of(unit);
  for (const std::string_view denial :
       {"failed", "fails", "fail", "failing", "refused", "refuses", "refuse", "refusing",
        "declined", "declines", "denied", "denies", "deny", "unable", "rejected", "lacks", "lacked",
        "nor"})
    if (word == denial) return true;
  return false;
}

/// What the units before `head` say of it.
struct Reading {
  std::uint32_t negation = no_index, hedge = no_index;
  Certainty certainty = Certainty::stated;
  std::uint32_t negations = 0;
};

Reading read_before(const ReportText& r, const ReportSentence& sentence, std::uint32_t head) {
  Reading reading;
  for (std::uint32_t i = head; i-- > sentence.first && head - i <= scope;) {
    const ReportUnit& unit = r.units[i];
    if (denies(r, unit)) {
      reading.negation = i;
      ++reading.negations;
    }
    if (unit.certainty > reading.certainty) {
      reading.certainty = unit.certainty;
      reading.hedge = i;
    }
    if (unit.is(ReportUnit::breaks)) break;
  }
  return reading;
}

/// The first content words behind the marker, that it is about: at most two.
std::vector<std::uint32_t> heads_behind(const ReportText& r, const ReportSentence& sentence,
                                        std::uint32_t marker) {
  std::vector<std::uint32_t> heads;
  for (std::uint32_t i = marker + 1; i < sentence.last && i <= marker + scope; ++i) {
    const ReportUnit& unit = r.units[i];
    if (unit.is(ReportUnit::breaks)) break;
    if (unit.sort != UnitSort::word || unit.is(ReportUnit::function)) continue;
    if (unit.certainty != Certainty::stated || denies(r, unit)) continue;
    heads.push_back(i);
    // "not immediately support": the verb is the second.
    if (heads.size() == 2 || !r.of(unit).ends_with("ly")) break;
  }
  return heads;
}

bool is_hedged(Certainty c) { return c == Certainty::possible || c == Certainty::alleged; }

std::string in_quotes(const ReportText& r, std::uint32_t first, std::uint32_t last) {
  if (first > last) std::swap(first, last);
  const CleanSpan span{r.units[first].span.begin, r.units[last].span.end};
  return "“" + std::string(span.of(r.text)) + "”";
}

/// One direction: what `x` denies or hedges and `y` does not. `swapped`: x is the second text.
class Direction {
 public:
  Direction(const Linked& linked, bool swapped)
      : p_(linked.pairs),
        link_(linked.link),
        x_(swapped ? p_.b : p_.a),
        y_(swapped ? p_.a : p_.b),
        in_x_(swapped ? p_.sentence_b : p_.sentence_a),
        in_y_(swapped ? p_.sentence_a : p_.sentence_b),
        swapped_(swapped) {}

  void find(std::vector<Conflict>& conflicts) const {
    for (std::uint32_t i = in_x_.first; i < in_x_.last; ++i) {
      const ReportUnit& unit = x_.units[i];
      const bool denial = denies(x_, unit),
                 hedge = is_hedged(unit.certainty) && unit.opposites == 0;
      if (!denial && !hedge) continue;
      if ((denial && (is_only(i) || is_condition(i))) || (hedge && is_conceded(i))) continue;
      for (const std::uint32_t head : heads_behind(x_, in_x_, i)) {
        const std::uint32_t other = partner(head);
        if (other == no_index) continue;
        const Reading here = read_before(x_, in_x_, head), there = read_before(y_, in_y_, other);
        if (denial && here.negations % 2 == 1 && there.negations == 0 && !has_opposite(other)) {
          add(Slot::negation, i, head, other, conflicts);
          break;
        }
        if (hedge && !is_hedged(there.certainty) && !is_hedged(y_.units[other].certainty) &&
            there.negations == here.negations && !is_hedged_anywhere()) {
          add(Slot::certainty, i, head, other, conflicts);
          break;
        }
      }
    }
  }

 private:
  /// "not only": no denial.
  bool is_only(std::uint32_t i) const {
    return i + 1 < in_x_.last &&
           (x_.of(x_.units[i + 1]) == "only" || x_.of(x_.units[i + 1]) == "just");
  }
  /// "if Japan does not open its market": denies nothing.
  bool is_condition(std::uint32_t i) const {
    for (std::uint32_t n = i; n-- > in_x_.first && i - n <= 2 * scope;) {
      const std::string_view word = x_.of(x_.units[n]);
      if (word == "if" || word == "If" || word == "unless" || word == "whether") return true;
      if (x_.units[n + 1].is(ReportUnit::breaks)) break;
    }
    return false;
  }
  /// "wherever they may be": says nothing of how sure it is.
  bool is_conceded(std::uint32_t i) const {
    for (std::uint32_t n = 1; n <= 3 && i >= in_x_.first + n; ++n)
      if (const std::string_view word = x_.of(x_.units[i - n]);
          word.ends_with("ever") && word != "never" && word != "ever")
        return true;
    return false;
  }
  std::uint32_t partner(std::uint32_t unit) const {
    return swapped_ ? p_.of_b(unit) : p_.of_a(unit);
  }
  /// The other sentence hedges something else: "may send" against "could be sent".
  bool is_hedged_anywhere() const {
    for (std::uint32_t i = in_y_.first; i < in_y_.last; ++i)
      if (is_hedged(y_.units[i].certainty)) return true;
    return false;
  }
  /// A word of the other sentence beside `other` that says the denial itself.
  bool has_opposite(std::uint32_t other) const {
    for (std::uint32_t i = in_y_.first; i < in_y_.last; ++i)
      if (denies(y_, y_.units[i]) && i < other + scope && other < i + 2 * scope &&
          (swapped_ ? p_.of_a(i) : p_.of_b(i)) == no_index)
        return true;
    return false;
  }
  void add(Slot slot, std::uint32_t marker, std::uint32_t head, std::uint32_t other,
           std::vector<Conflict>& conflicts) const {
    const CleanSpan here = {x_.units[std::min(marker, head)].span.begin,
                            x_.units[std::max(marker, head)].span.end};
    const CleanSpan there = y_.units[other].span;
    const std::string first = in_quotes(x_, marker, head), second = in_quotes(y_, other, other);
    const std::string what =
        slot == Slot::negation ? " denies what the " : " is less sure than the ";
    const std::string why = std::string(swapped_ ? "the second text" : "the first text") + " (" +
                            first + ")" + what + (swapped_ ? "first" : "second") + " says (" +
                            second + ")";
    conflicts.push_back(
        {slot, swapped_ ? there : here, swapped_ ? here : there, link_.a, link_.b, why});
  }

  const UnitPairs& p_;
  const SentenceLink& link_;
  const ReportText &x_, &y_;
  const ReportSentence &in_x_, &in_y_;
  bool swapped_;
};

void find_opposites(const Linked& linked, std::vector<Conflict>& conflicts) {
  const UnitPairs& p = linked.pairs;
  for (std::uint32_t x = p.sentence_a.first; x < p.sentence_a.last; ++x) {
    const ReportUnit& u = p.a.units[x];
    if (u.opposites == 0 || p.of_a(x) != no_index) continue;
    for (std::uint32_t y = p.sentence_b.first; y < p.sentence_b.last; ++y) {
      const ReportUnit& v = p.b.units[y];
      if (v.opposites != -u.opposites || p.of_b(y) != no_index) continue;
      if (!p.same_gap(x, y) || p.same_place(x, y) < opposite_place) continue;
      if (read_before(p.a, p.sentence_a, x).negations !=
          read_before(p.b, p.sentence_b, y).negations)
        continue;
      const Slot slot = slot_of_opposites(u.opposites);
      conflicts.push_back({slot, u.span, v.span, linked.link.a, linked.link.b,
                           "the first text says " + in_quotes(p.a, x, x) +
                               " where the second says " + in_quotes(p.b, y, y)});
      break;
    }
  }
}

}  // namespace

void find_polarity_conflicts(const Linked& linked, std::vector<Conflict>& conflicts) {
  if (linked.pairs.paired_share() < same_statement) return;
  Direction(linked, false).find(conflicts);
  Direction(linked, true).find(conflicts);
  find_opposites(linked, conflicts);
}

}  // namespace palimpsest
