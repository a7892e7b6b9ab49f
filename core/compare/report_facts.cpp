// What both reports say and what only one does, from the annotations and the links. Tested by
// tests/core/report_test.cpp.
#include <algorithm>

#include "compare/report_conflicts.h"
#include "compare/report_parts.h"
#include "compare/report_values.h"
#include "model/hash.h"
#include "text/key_numbers.h"
#include "text/order.h"

namespace palimpsest {
namespace {

std::string in_quotes(std::string_view text) { return "“" + std::string(text) + "”"; }

/// The first mention of an entity by its name, the fullest first.
CleanSpan place_of(const ReportText& r, std::uint32_t entity) {
  const Entity& e = r.doc.entities[entity];
  CleanSpan found;
  for (const std::uint32_t m : e.mentions) {
    const Mention& mention = r.doc.mentions[m];
    if (mention.form != Form::name) continue;
    if (mention.span.of(r.text) == e.name) return mention.span;
    if (found.empty()) found = mention.span;
  }
  return found;
}

std::string in_which(bool first) {
  return first ? "only the first text " : "only the second text ";
}

class Facts {
 public:
  Facts(const ReportText& a, const ReportText& b, const std::vector<QuotePair>& quotes,
        ReportComparison& result)
      : a_(a), b_(b), quotes_(quotes), r_(result) {
    for (const ReportText* text : {&a, &b})
      for (const ReportUnit& unit : text->units) numbers_ = std::max(numbers_, unit.number + 1);
  }

  void find() {
    add_events();
    add_quotes();
    add_values();
    add_entities();
    add_roles();
    for (std::vector<Fact>* facts : {&r_.both, &r_.only_a, &r_.only_b})
      sort_by(*facts, [&](const Fact& fact) {
        const CleanSpan span = facts == &r_.only_b ? fact.b : fact.a;
        return two_keys(span.begin, static_cast<std::uint32_t>(fact.about));
      });
  }

 private:
  void only(const ReportText& r, FactKind about, CleanSpan span, std::string why) {
    if (&r == &a_)
      r_.only_a.push_back({about, span, {}, std::move(why)});
    else
      r_.only_b.push_back({about, {}, span, std::move(why)});
  }

  void add_events() {
    for (const std::uint32_t i : mutual_links(r_.links)) {
      const SentenceLink& link = r_.links[i];
      r_.both.push_back({FactKind::event, link.clause_a, link.clause_b, link.why});
    }
    std::vector<bool> linked_a(a_.sentences.size(), false), linked_b(b_.sentences.size(), false);
    for (const SentenceLink& link : r_.links) linked_a[link.a] = linked_b[link.b] = true;
    add_lone_sentences(a_, b_, linked_a);
    add_lone_sentences(b_, a_, linked_b);
  }

  /// Sentences that nothing in the other text answers to.
  void add_lone_sentences(const ReportText& r, const ReportText& other,
                          const std::vector<bool>& linked) {
    std::vector<bool> known(numbers_, false);
    for (const ReportUnit& unit : other.units) known[unit.number] = true;
    for (std::size_t s = 0; s < r.sentences.size(); ++s) {
      if (linked[s]) continue;
      const ReportSentence& sentence = r.sentences[s];
      std::uint32_t words = 0, quoted = 0;
      std::vector<std::uint32_t> fresh;
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        const ReportUnit& unit = r.units[i];
        ++words;
        quoted += unit.is(ReportUnit::quoted);
        if (unit.is_content() && unit.sort != UnitSort::pronoun && !known[unit.number])
          fresh.push_back(i);
      }
      constexpr std::uint32_t least_words = 4;  // a signature, a heading's rest
      const bool speech = 2 * quoted > words;
      if (words < least_words || (speech && is_quoted(r, sentence.span))) continue;
      // The rarest, in the order of the text.
      sort_by(fresh, [&](std::uint32_t i) { return std::uint64_t{0} - r.units[i].rarity; });
      constexpr std::size_t most_named = 5;
      if (fresh.size() > most_named) fresh.resize(most_named);
      sort_by(fresh, [](std::uint32_t i) { return std::uint64_t{i}; });
      std::string why = in_which(&r == &a_) + "says this";
      for (std::size_t n = 0; n < fresh.size(); ++n)
        why.append(n == 0 ? "; only here: " : ", ").append(r.of(r.units[fresh[n]]));
      only(r, speech ? FactKind::quote : FactKind::event, sentence.span, std::move(why));
    }
  }

  /// A quotation with a speaker has most of the span: it is a fact of its own.
  static bool is_quoted(const ReportText& r, CleanSpan span) {
    const std::vector<Quote>& quotes = r.doc.quotes;
    const auto behind = std::lower_bound(
        quotes.begin(), quotes.end(), span.end,
        [](const Quote& quote, std::uint32_t at) { return quote.span.begin < at; });
    if (behind == quotes.begin()) return false;
    const Quote& quote = *std::prev(behind);
    const std::uint32_t begin = std::max(quote.span.begin, span.begin),
                        end = std::min(quote.span.end, span.end);
    return quote.speaker != no_index && begin < end && 2 * (end - begin) > span.size();
  }

  void add_quotes() {
    std::vector<bool> paired_a(a_.doc.quotes.size(), false), paired_b(b_.doc.quotes.size(), false);
    for (const QuotePair& pair : quotes_) {
      paired_a[pair.a] = paired_b[pair.b] = true;
      const Quote& x = a_.doc.quotes[pair.a];
      const Quote& y = b_.doc.quotes[pair.b];
      const std::string_view speaker = named_speaker(a_, x);
      constexpr double all_words = 0.999;  // a share is a quotient of sums
      std::string why = pair.share_of_longer < all_words ? "both have most of these words"
                                                         : "both have these words";
      if (!speaker.empty()) why += "; the first text gives them to " + std::string(speaker);
      r_.both.push_back({FactKind::quote, x.span, y.span, std::move(why)});
    }
    std::vector<bool> linked_a(a_.sentences.size(), false), linked_b(b_.sentences.size(), false);
    for (const SentenceLink& link : r_.links) linked_a[link.a] = linked_b[link.b] = true;
    const auto add = [&](const ReportText& r, const std::vector<bool>& paired,
                         const std::vector<bool>& linked) {
      for (std::size_t i = 0; i < paired.size(); ++i) {
        const Quote& quote = r.doc.quotes[i];
        if (paired[i] || quote.speaker == no_index) continue;
        // What is told in the reporter's words is a statement, and the other report has it.
        if (quote.form == SpeechForm::indirect && linked[sentence_at(r, quote.span.begin)])
          continue;
        only(r, FactKind::quote, quote.span,
             in_which(&r == &a_) + "quotes " + r.doc.entities[quote.speaker].name + " with this");
      }
    };
    add(a_, paired_a, linked_a);
    add(b_, paired_b, linked_b);
  }

  static bool is_value(const ReportText& r, const ReportUnit& unit) {
    if (unit.mention == no_index || (unit.sort != UnitSort::number && unit.sort != UnitSort::date))
      return false;
    const EntityKind kind = r.doc.mentions[unit.mention].kind;
    if (kind == EntityKind::ordinal || unit.rarity <= 3) return false;
    // "the two will meet": counts nobody in particular.
    return kind != EntityKind::number || r.doc.mentions[unit.mention].value.size() > 1 ||
           with_noun(r, unit) != unit.span;
  }

  /// The value and, of a plain number, what it counts: "two countries" is not "two leaders".
  static std::uint64_t value_key(const ReportText& r, const ReportUnit& unit) {
    const CleanSpan span = with_noun(r, unit);
    if (span == unit.span) return unit.key;
    const UnitRange range = units_in(r, span);
    return mix_bits(unit.key + 7 * r.units[range.last - 1].key);
  }

  void add_values() {
    KeyNumbers in_b;
    std::vector<std::uint32_t> first_in_b;  // units, by the numbers of their values
    KeyNumbers in_a, told;
    for (const ReportUnit& unit : a_.units)
      if (is_value(a_, unit)) in_a.add(value_key(a_, unit));
    for (std::uint32_t j = 0; j < b_.units.size(); ++j)
      if (is_value(b_, b_.units[j]) && in_b.insert(value_key(b_, b_.units[j])))
        first_in_b.push_back(j);
    KeyNumbers disputed_a, disputed_b;
    for (const Conflict& c : r_.conflicts) {
      disputed_a.add(c.a.begin);
      disputed_b.add(c.b.begin);
    }
    const auto about = [](const ReportUnit& unit) {
      return unit.sort == UnitSort::date ? FactKind::date : FactKind::number;
    };
    for (const ReportUnit& unit : a_.units) {
      if (!is_value(a_, unit) || disputed_a.contains(unit.span.begin)) continue;
      const std::uint64_t key = value_key(a_, unit);
      if (!told.insert(key)) continue;
      const CleanSpan span = with_noun(a_, unit);
      const std::uint32_t found = in_b.find(key);
      if (found == KeyNumbers::none)
        only(a_, about(unit), span, "only the first text has " + in_quotes(span.of(a_.text)));
      else
        r_.both.push_back({about(unit), span, with_noun(b_, b_.units[first_in_b[found]]),
                           "both have " + in_quotes(a_.of(unit))});
    }
    told = KeyNumbers();
    for (const ReportUnit& unit : b_.units) {
      if (!is_value(b_, unit) || disputed_b.contains(unit.span.begin)) continue;
      const std::uint64_t key = value_key(b_, unit);
      if (in_a.contains(key) || !told.insert(key)) continue;
      const CleanSpan span = with_noun(b_, unit);
      only(b_, about(unit), span, "only the second text has " + in_quotes(span.of(b_.text)));
    }
  }

  /// "4,000 US soldiers": the number with the words up to the noun that it counts.
  static CleanSpan with_noun(const ReportText& r, const ReportUnit& unit) {
    CleanSpan span = unit.span;
    if (unit.sort != UnitSort::number || r.doc.mentions[unit.mention].kind != EntityKind::number)
      return span;
    constexpr std::size_t most_words = 3;
    for (std::size_t i = static_cast<std::size_t>(&unit - r.units.data()) + 1, n = 0;
         i < r.units.size() && n < most_words; ++i, ++n) {
      const ReportUnit& next = r.units[i];
      if (next.is(ReportUnit::breaks) || !next.is_content() || next.sort == UnitSort::date ||
          next.sort == UnitSort::pronoun || next.span.begin > span.end + 2)
        break;
      span.end = next.span.end;
      if (next.sort == UnitSort::word && r.of(next).ends_with('s')) break;
    }
    return span;
  }

  void add_entities() {
    for (const SharedEntity& e : r_.entities) {
      const EntityKind kind =
          e.a != no_index ? a_.doc.entities[e.a].kind : b_.doc.entities[e.b].kind;
      const bool person = kind == EntityKind::person, place = kind == EntityKind::place;
      if (!person && !place) continue;
      const CleanSpan x = e.a == no_index ? CleanSpan{} : place_of(a_, e.a),
                      y = e.b == no_index ? CleanSpan{} : place_of(b_, e.b);
      const FactKind about = person ? FactKind::person : FactKind::place;
      if (!x.empty() && !y.empty())
        r_.both.push_back({about, x, y, "both name " + in_quotes(x.of(a_.text))});
      else if (!x.empty() && e.b == no_index)
        only(a_, about, x, "only the first text names " + in_quotes(x.of(a_.text)));
      else if (!y.empty() && e.a == no_index)
        only(b_, about, y, "only the second text names " + in_quotes(y.of(b_.text)));
    }
  }

  /// The roles of one person in each text, by their last word: "Vice President", "president".
  void add_roles() {
    const auto roles_of = [](const ReportText& r) {
      std::vector<CleanSpan> first(r.doc.entities.size());
      for (const Mention& m : r.doc.mentions)
        if (m.kind == EntityKind::role && m.holder != no_index)
          if (const std::uint32_t holder = r.doc.mentions[m.holder].entity;
              holder != no_index && first[holder].empty())
            first[holder] = m.span;
      return first;
    };
    const std::vector<CleanSpan> roles_a = roles_of(a_), roles_b = roles_of(b_);
    KeyNumbers disputed;
    for (const Conflict& c : r_.conflicts)
      if (c.slot == Slot::role) disputed.add(c.a.begin);
    for (const SharedEntity& e : r_.entities) {
      if (e.a == no_index || e.b == no_index) continue;
      const CleanSpan x = roles_a[e.a], y = roles_b[e.b];
      if (!x.empty() && disputed.contains(x.begin)) continue;
      const std::string& name = a_.doc.entities[e.a].name;
      if (!x.empty() && !y.empty())
        r_.both.push_back({FactKind::role, x, y, "both say what " + name + " is"});
      else if (!x.empty())
        only(a_, FactKind::role, x, "only the first text says what " + name + " is");
      else if (!y.empty())
        only(b_, FactKind::role, y, "only the second text says what " + name + " is");
    }
  }

  const ReportText &a_, &b_;
  const std::vector<QuotePair>& quotes_;
  ReportComparison& r_;
  std::uint32_t numbers_ = 0;  // of keys of units
};

}  // namespace

void find_facts(const ReportText& a, const ReportText& b, const std::vector<QuotePair>& quotes,
                ReportComparison& result) {
  Facts(a, b, quotes, result).find();
}

}  // namespace palimpsest
