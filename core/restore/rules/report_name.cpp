// Puts the name in place of a repeated one that another report of the event has there: "Trump
// congratulated Trump" becomes "Putin congratulated Trump" where the report says "Putin will
// congratulate Trump".
// Leaves alone a name that is there twice for a reason: somebody praises himself in the report,
// too, or the report has nobody else doing it.
#include <algorithm>
#include <map>
#include <string>

#include "cluster/words.h"
#include "entity/pronoun.h"
#include "restore/rule.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

/// The name of somebody or something on one side of a verb. `last` is its last word, by which names
/// of one bearer in two texts are the same ("President Putin", "Vladimir Putin").
struct Side {
  CleanSpan span;
  std::uint32_t entity;
  std::string last;
};

/// Somebody, what he does, to whom: "Putin will congratulate Trump".
struct Deed {
  Side who, whom;
  std::string verb;  // its stem
  CleanSpan span;
};

struct ToldText {
  std::string_view text;
  const Tokens& tokens;
  std::span<const Mention> mentions;
};

/// "congratulated", "congratulates", "congratulate": letters that their endings leave.
std::string stem(std::string_view word) {
  std::string lower = lower_case(word);
  for (const std::string_view ending : {"ing", "ed", "es", "s", "e"}) {
    if (lower.size() < ending.size() + 4 || !lower.ends_with(ending)) continue;
    lower.resize(lower.size() - ending.size());
    break;
  }
  // "planned", "planning": the doubled letter is the ending's.
  const std::size_t n = lower.size();
  if (n > 4 && lower[n - 1] == lower[n - 2] && lower[n - 1] != 's' && lower[n - 1] != 'l')
    lower.pop_back();
  if (!lower.empty() && lower.back() == 'i') lower.back() = 'y';
  return lower;
}

std::string last_word(std::string_view name) {
  const std::size_t blank = name.find_last_of(" \n");
  return std::string(blank == std::string_view::npos ? name : name.substr(blank + 1));
}

bool is_bearer(const Mention& m) {
  return m.form == Form::name && m.entity != no_index && m.inside == no_index &&
         (m.kind == EntityKind::person || m.kind == EntityKind::organisation ||
          m.kind == EntityKind::place);
}

/// The one verb between two names: a word that may be inflected, with auxiliaries and adverbs
/// around it; empty if anything else stands there.
std::string verb_between(const ToldText& t, std::uint32_t begin, std::uint32_t end) {
  std::string verb;
  int words = 0;
  for (std::size_t i = t.tokens.at(begin); i < t.tokens.size() && t.tokens.begin_of(i) < end; ++i) {
    if (t.tokens[i].is_blank()) continue;
    if (!t.tokens[i].is_word() || t.tokens[i].shape() != WordShape::lower || ++words > 4) return {};
    const std::string_view word = t.tokens.of(t.text, i);
    const WordClass c = sentence_word(word);
    if (c == WordClass::auxiliary || c == WordClass::adverb) continue;
    if ((c != WordClass::none && c != WordClass::verb && c != WordClass::saying) ||
        pronoun(word) != nullptr || noun(word) != nullptr || !verb.empty())
      return {};
    verb = stem(word);
  }
  return verb;
}

/// Both names and the verb in one sentence, next to each other.
std::vector<Deed> deeds_of(const ToldText& t) {
  std::vector<Deed> deeds;
  const Mention* before = nullptr;
  for (const Mention& m : t.mentions) {
    if (m.inside != no_index) continue;
    if (before != nullptr && is_bearer(*before) && is_bearer(m) &&
        before->span.end < m.span.begin) {
      std::string verb = verb_between(t, before->span.end, m.span.begin);
      const auto side = [&](const Mention& one) {
        return Side{one.span, one.entity, last_word(one.span.of(t.text))};
      };
      if (verb.size() >= 3)
        deeds.push_back(
            {side(*before), side(m), std::move(verb), {before->span.begin, m.span.end}});
    }
    // Roles and dates between two names part them; a pronoun does, too.
    before = &m;
  }
  return deeds;
}

/// The sentence of the report that a deed stands in, as a reader is shown it.
std::string sentence_at(const Companion& report, CleanSpan span) {
  for (const CleanSpan s : report.sentences)
    if (s.begin <= span.begin && span.end <= s.end) return std::string(s.of(report.text));
  return std::string(span.of(report.text));
}

/// What the text calls the bearer of `last` at `at`: somebody who was named in full before by the
/// last name, all others as the text does most often; empty if it does not name him.
std::string name_in(const DamagedText& text, const std::string& last, std::uint32_t at) {
  std::map<std::string, int> names;
  for (const Mention& m : text.mentions) {
    if (!is_bearer(m) || last_word(text.of(m.span)) != last) continue;
    if (m.kind == EntityKind::person && m.span.end <= at) return last;
    ++names[std::string(text.of(m.span))];
  }
  std::string best;
  for (const auto& [name, count] : names)
    if (best.empty() || count > names[best]) best = name;
  return best;
}

}  // namespace

std::vector<Restoration> rules::report_name::find(const DamagedText& damaged) {
  std::vector<Restoration> found;
  if (damaged.report == nullptr) return found;
  const Companion& report = *damaged.report;
  std::vector<Deed> told;
  for (const Deed& deed : deeds_of({damaged.text, damaged.tokens, damaged.mentions})) {
    if (deed.who.last != deed.whom.last) continue;  // only who is there twice is doubted
    if (told.empty()) told = deeds_of({report.text, report.tokens, report.mentions});
    // Who else did it to him, or to whom else he did it, in the report.
    const Deed* other = nullptr;
    bool same = false, several = false;
    for (const Deed& t : told) {
      if (t.verb != deed.verb) continue;
      if (t.who.last == t.whom.last) same |= t.who.last == deed.who.last;
      if (t.who.last == t.whom.last) continue;
      if (t.whom.last != deed.whom.last && t.who.last != deed.who.last) continue;
      if (other != nullptr && (other->who.last != t.who.last || other->whom.last != t.whom.last))
        several = true;
      other = &t;
    }
    if (other == nullptr || same || several) continue;
    const bool is_who = other->whom.last == deed.whom.last;
    const Side& wrong = is_who ? deed.who : deed.whom;
    const Side& right = is_who ? other->who : other->whom;
    const std::string name = name_in(damaged, right.last, wrong.span.begin);
    if (name.empty()) continue;  // the text does not know him
    Restoration& one = found.emplace_back();
    one.span = wrong.span;
    one.text = name;
    one.safety = Safety::likely;
    one.confidence = 85;
    one.lost = {Lost::What::mention, 1};
    one.why = "The report at hand says: “" + sentence_at(report, other->span) + "”";
  }
  return found;
}

}  // namespace palimpsest
