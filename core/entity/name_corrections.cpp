// Tested by tests/cases/entity/{person,place,organisation}.json and tests/core/names_test.cpp.
#include "entity/name_corrections.h"

#include <algorithm>
#include <array>
#include <map>

#include "entity/label_words.h"
#include "entity/peoples.h"
#include "entity/person_words.h"
#include "entity/role_phrase.h"
#include "entity/seats_of_power.h"
#include "entity/words_beside.h"

namespace palimpsest {
namespace {

constexpr auto before_hyphen =
    word_set("anti", "ex", "mid", "neo", "non", "post", "pre", "pro", "then", "trans", "un");
constexpr auto behind_hyphen = word_set(
    "aligned", "appointed", "approved", "backed", "based", "bashing", "born", "bound", "brokered",
    "controlled", "dominated", "educated", "era", "esque", "friendly", "funded", "held", "imposed",
    "inspired", "led", "like", "linked", "made", "mediated", "occupied", "only", "owned", "raised",
    "run", "ruled", "sponsored", "style", "supported", "trained", "wide");

/// True if what token `first` sets before the hyphen is no part of the name: "pro-Russia",
/// "D-Maine", "Anti-Trump" at the begin of a sentence; but "Anti-Masonic Party".
bool is_prefix(const NamedText& text, std::size_t first, std::size_t last) {
  const std::string_view word = text.of(first);
  if (before_hyphen.contains(word)) return true;
  const bool one_word = first + 2 == last;
  return one_word && (word == "D" || word == "R" || before_hyphen.contains(LowerWord(word)));
}

/// "Trump-era", "pro-Russia", "D-Maine": the name part; empty if nothing is left.
CleanSpan without_affixes(const NamedText& text, CleanSpan span) {
  const Tokens& tokens = text.tokens;
  for (bool cut = true; cut && !span.empty();) {
    cut = false;
    const SpanTokens in(tokens, span);
    if (in.last >= in.first + 2) {
      if (tokens[in.first + 1].is('-') && has_capital(tokens[in.first + 2]) &&
          is_prefix(text, in.first, in.last)) {
        span.begin = tokens.begin_of(in.first + 2);
        cut = true;
        continue;
      }
      if (tokens[in.last - 1].is('-') && behind_hyphen.contains(text.of(in.last))) {
        span.end = tokens.begin_of(in.last - 1);
        cut = true;
      }
    }
  }
  return span;
}

/// "President Donald Trump", "Sen. Warren": without the title at the begin of a person's name.
CleanSpan without_title(const NamedText& text, CleanSpan span) {
  // "Duke Ellington", "Dean Smith", "Prince": titles that are given names, too
  static constexpr auto given_names =
      word_set("baron", "bishop", "count", "dean", "deacon", "duke", "earl", "elder", "judge",
               "king", "major", "marshal", "pope", "prince", "princess", "queen", "son");
  const Tokens& tokens = text.tokens;
  const std::size_t last = last_word(tokens, span);
  std::size_t at = first_word(tokens, span);
  if (at == no_token || at == last) return span;
  std::size_t head = no_token;
  for (std::size_t steps = 0; steps < 6 && at != no_token && at < last; ++steps) {
    const std::string_view word = text.of(at);
    const RoleUse use = role_use(word);
    if (use != RoleUse::none && !given_names.contains(LowerWord(word)))
      head = at;
    else if (!is_role_modifier(word) && use == RoleUse::none)
      break;
    ++at;
    while (at < last && !tokens[at].is_word()) ++at;
  }
  if (head == no_token) return span;
  std::size_t begin = head + 1;
  while (begin <= last && !tokens[begin].is_word()) ++begin;
  span.begin = tokens.begin_of(begin);
  return span;
}

/// Where a second name begins in the name: "Russia Russia", "Trump Obama", "Theresa May Trump".
/// no_token if it is one.
std::size_t second_name(const NamedText& text, const NameSpan& name, const PersonWords& persons,
                        const std::map<std::string_view, std::size_t>& count) {
  const Tokens& tokens = text.tokens;
  const SpanTokens in(tokens, name.span);
  // Two full names have at most eight words; longer names are not searched.
  if (const std::size_t words = count_words(tokens, name.span); words < 2 || words > 8)
    return no_token;
  const auto stands_alone = [&](CleanSpan span) {
    const auto at = count.find(text.of(span));
    return at != count.end();
  };
  for (std::size_t i = in.first + 2; i <= in.last; ++i) {
    if (!has_capital(tokens[i]) || !tokens[i - 1].is_blank()) continue;
    const CleanSpan left{name.span.begin, tokens.begin_of(i - 1)},
        right{tokens.begin_of(i), name.span.end};
    if (text.of(left) == text.of(right)) {
      if (stands_alone(left)) return i;
      continue;
    }
    if (name.label != NameLabel::person || !stands_alone(left) || !stands_alone(right)) continue;
    const auto is_whole = [&](CleanSpan span) {
      const std::string_view words = text.of(span);
      return persons.is_full_name(words) || persons.is_surname(words);
    };
    if (is_whole(left) && is_whole(right)) return i;
  }
  return no_token;
}

/// The end of the people that a person's name begins with: "Kenyan Jacob Okello", "Democrat Hillary
/// Clinton"; no_token if it does not. "Christian Dior" and "German Gref" are names: two words have
/// to follow, or somebody else's known name.
std::size_t end_of_people(const NamedText& text, const NameSpan& name, const PersonWords& persons) {
  static constexpr auto members = word_set("Democrat", "Republican", "Muslim", "Sunni", "Shiite");
  if (name.label != NameLabel::person) return no_token;
  const Tokens& tokens = text.tokens;
  const SpanTokens in(tokens, name.span);
  if (in.last < in.first + 2 || !tokens[in.first + 1].is_blank()) return no_token;
  const std::string_view word = text.of(in.first);
  if (!members.contains(word) && !is_demonym(text.model, word)) return no_token;
  const CleanSpan rest{tokens.begin_of(in.first + 2), name.span.end};
  const bool known = persons.is_surname(text.of(rest)) || persons.contains(text.of(rest));
  return known || count_words(tokens, rest) >= 2 ? in.first : no_token;
}

/// Where the people begins that was glued to a name: "Lavrov Russian" before "Foreign Minister".
std::size_t begin_of_people(const NamedText& text, const NameSpan& name,
                            const PersonWords& persons) {
  const Tokens& tokens = text.tokens;
  const SpanTokens in(tokens, name.span);
  if (in.last < in.first + 2 || !tokens[in.last - 1].is_blank()) return no_token;
  if (!is_demonym(text.model, text.of(in.last))) return no_token;
  const std::string_view left =
      CleanSpan{name.span.begin, tokens.begin_of(in.last - 1)}.of(text.text);
  return persons.is_surname(left) || persons.contains(left) ? in.last : no_token;
}

/// "TELL US WHY": a pronoun in a line of capitals.
bool is_shouted_pronoun(const NamedText& text, CleanSpan span) {
  if (text.of(span) != "US") return false;
  static constexpr auto takes_an_object =
      word_set("about", "allow", "around", "ask", "behind", "bring", "call", "contact", "drive",
               "follow", "for", "get", "give", "gives", "help", "join", "keep", "lead", "let",
               "like", "made", "make", "makes", "of", "save", "see", "show", "take", "teach",
               "tell", "tells", "told", "unites", "visit", "want", "with");
  const std::size_t at = SpanTokens(text.tokens, span).first;
  const std::size_t before = word_before(text.tokens, at);
  return before != no_token && text.tokens[before].shape() == WordShape::upper &&
         takes_an_object.contains(LowerWord(text.of(before)));
}

/// "Iraqi", "Jordanians", "Islamic": a people or a faith that the tagger took for something else.
/// Not of a person's name: "Christian", "Roman" and "German" are given names.
bool is_people(const NamedText& text, const NameSpan& name) {
  if (name.label == NameLabel::person || name.label == NameLabel::norp) return false;
  const std::string_view words = text.of(name.span);
  return is_faith_or_party(words) || is_demonym(text.model, words);
}

/// The White House, the Kremlin: who governs, but a building behind "at" or "outside".
NameLabel label_of_seat(const NamedText& text, CleanSpan span) {
  static constexpr auto before_a_place = word_set("around", "at", "in", "inside", "into", "near",
                                                  "outside", "to", "toward", "towards");
  std::size_t before = word_before(text.tokens, SpanTokens(text.tokens, span).first);
  if (before != no_token && LowerWord(text.of(before)) == "the")
    before = word_before(text.tokens, before);
  const bool place = before != no_token && before_a_place.contains(LowerWord(text.of(before)));
  return place ? NameLabel::place : NameLabel::organisation;
}

/// "ELIZABETH B" before ". PRELOGAR": the end of the name behind the initial; the span as it is if
/// none follows.
CleanSpan with_name_behind_initial(const NamedText& text, CleanSpan span) {
  const Tokens& tokens = text.tokens;
  const std::size_t last = SpanTokens(tokens, span).last;
  const bool initial = tokens[last].is_word() && tokens.span(last).size() == 1 &&
                       has_capital(tokens[last]) && count_words(tokens, span) > 1;
  const bool has_stop = initial && last + 1 < tokens.size() && tokens[last + 1].is('.');
  const std::size_t next = has_stop ? word_after(tokens, last + 1) : no_token;
  if (next == no_token || !has_capital(tokens[next]) || tokens.span(next).size() < 3) return span;
  span.end = tokens.end_of(next);
  return span;
}

constexpr std::size_t label_number(NameLabel label) { return static_cast<std::size_t>(label); }

/// How sure the tagger is, over the whole text, that a name is of each kind.
using Votes = std::array<float, 5>;

class Evidence {
 public:
  Evidence(const NamedText& text, const std::vector<NameSpan>& names) : text_(text) {
    for (const NameSpan& name : names)
      votes_[text.of(name.span)][label_number(name.label)] += name.confidence;
  }

  /// The kind of the same words elsewhere, if it is far surer than here. `misc` is what is left
  /// when no other kind fits, so any other kind outvotes it.
  NameLabel better(const NameSpan& name) const {
    const bool rest = name.label == NameLabel::misc;
    if (name.confidence >= unsure && !rest) return name.label;
    const Votes& votes = votes_.find(text_.of(name.span))->second;
    std::size_t best = label_number(name.label);
    for (std::size_t i = 0; i < votes.size(); ++i)
      if (votes[i] > votes[best]) best = i;
    const bool outvoted = votes[best] >= votes[label_number(name.label)] + (rest ? 0.0F : margin);
    return outvoted ? static_cast<NameLabel>(best) : name.label;
  }

 private:
  // On the dev files (re3d test, GUM, PUD wiki, EWT, politics) anything from 0.6 to 0.9 and from
  // 0.25 to 2 gives the same F within 0.1: the tagger has read the whole text already.
  static constexpr float unsure = 0.75F, margin = 1.0F;
  const NamedText& text_;
  std::map<std::string_view, Votes> votes_;
};

}  // namespace

std::vector<NameSpan> correct_names(const NamedText& text) {
  const PersonWords persons(text);
  std::map<std::string_view, std::size_t> count;
  for (const NameSpan& name : text.names) ++count[text.of(name.span)];

  std::vector<NameSpan> names;
  names.reserve(text.names.size());
  for (NameSpan name : text.names) {
    // what a longer name before it has taken already
    if (!names.empty() && name.span.begin < names.back().span.end)
      name.span.begin = std::min(name.span.end, names.back().span.end);
    if (count_words(text.tokens, name.span) == 0 || is_shouted_pronoun(text, name.span)) continue;
    name.span = without_affixes(text, name.span);
    if (name.label == NameLabel::person) {
      name.span = without_title(text, name.span);
      name.span = with_name_behind_initial(text, name.span);
    }
    name.label = label_by_words(text, name);
    if (is_people(text, name)) name.label = NameLabel::norp;
    if (is_seat_of_power(text.of(name.span))) name.label = label_of_seat(text, name.span);
    if (name.span.empty()) continue;
    if (const std::size_t end = end_of_people(text, name, persons); end != no_token) {
      NameSpan people = name;
      people.span.end = text.tokens.end_of(end);
      people.label = NameLabel::norp;
      name.span.begin = text.tokens.begin_of(end + 2);
      names.push_back(std::move(people));
    } else if (const std::size_t begin = begin_of_people(text, name, persons); begin != no_token) {
      NameSpan person = name;
      person.span.end = text.tokens.begin_of(begin - 1);
      person.label = NameLabel::person;
      name.span.begin = text.tokens.begin_of(begin);
      name.label = NameLabel::norp;
      names.push_back(std::move(person));
    }
    if (const std::size_t second = second_name(text, name, persons, count); second != no_token) {
      NameSpan left = name;
      left.span.end = text.tokens.begin_of(second - 1);
      name.span.begin = text.tokens.begin_of(second);
      names.push_back(std::move(left));
    }
    names.push_back(std::move(name));
  }
  const Evidence evidence(text, names);
  for (NameSpan& name : names) {
    const NameLabel better = evidence.better(name);
    if (better == name.label) continue;
    name.label = better;
    name.why = "the same name is of this kind elsewhere in the text";
  }
  return names;
}

}  // namespace palimpsest
