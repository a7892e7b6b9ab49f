// Organisations: what the tagger calls so; seats of power that it did not see ("the Kremlin", "the
// White House") with the government as their facet; and the bodies that carry the name of a person
// or a place ("the Obama administration", "the US government"), around that name. Leaves "Trump's
// White House" as two names.
#include "entity/person_words.h"
#include "entity/seats_of_power.h"
#include "entity/words_beside.h"

namespace palimpsest {
namespace {

// Bodies behind a person's name; behind a place's name.
constexpr auto of_a_person =
    word_set("administration", "cabinet", "camp", "campaign", "government", "regime", "team");
constexpr auto of_a_place = word_set("administration", "cabinet", "government", "regime");
// "the Obama Justice Department", "the Clinton White House"
constexpr auto departments = word_set("agriculture", "commerce", "defense", "education", "energy",
                                      "interior", "justice", "labor", "state", "treasury");
constexpr std::uint8_t by_rule = 90, by_list = 85;

/// The last token of the body that the name carries; no_token if none follows.
std::size_t end_of_body(const NamedText& text, const NameSpan& name, std::size_t last) {
  const Tokens& tokens = text.tokens;
  const std::size_t next = word_after(tokens, last);
  if (next == no_token) return no_token;
  const LowerWord word(text.of(next));
  const std::size_t second = word_after(tokens, next);
  if (name.label == NameLabel::person && second != no_token && has_capital(tokens[next])) {
    if (word == "white" && text.of(second) == "House") return second;
    if (departments.contains(word) && text.of(second) == "Department") return second;
  }
  if (name.label == NameLabel::place) return of_a_place.contains(word) ? next : no_token;
  if (!of_a_person.contains(word)) return no_token;
  // "the Trump team", but "Brady team" may be two names that met
  if (word == "camp" || word == "team" || word == "cabinet") {
    const std::size_t before = word_before(tokens, SpanTokens(tokens, name.span).first);
    if (before == no_token || LowerWord(text.of(before)) != "the") return no_token;
  }
  return next;
}

/// The person's name at the begin of an organisation's: "Obama" of "Obama administration".
CleanSpan inner_person(const NamedText& text, CleanSpan span) {
  const Tokens& tokens = text.tokens;
  const std::size_t last = last_word(tokens, span), first = first_word(tokens, span);
  if (last == no_token || first == last) return {};
  const LowerWord word(text.of(last));
  if (!of_a_person.contains(word) || word == "team" || word == "camp") return {};
  const std::size_t before = word_before(tokens, last);
  if (before == no_token || before < first) return {};
  return {tokens.begin_of(first), tokens.end_of(before)};
}

}  // namespace

void finders::organisation::find(const NamedText& text, Mentions& mentions) {
  const Tokens& tokens = text.tokens;
  const PersonWords persons(text);
  for (const NameSpan& name : text.names) {
    const std::size_t last = SpanTokens(tokens, name.span).last;
    if (name.label == NameLabel::organisation) {
      const CleanSpan inner = inner_person(text, name.span);
      const bool nests = !inner.empty() && persons.contains(text.of(inner));
      mentions.add(name.span, name.percent(), name.why, nests);
      if (is_seat_of_power(text.of(name.span))) mentions.set_facet(Facet::government);
      if (nests)
        mentions.add_other(EntityKind::person, inner, name.percent(),
                           "the name of somebody inside the name of a body");
    } else if (name.label == NameLabel::person || name.label == NameLabel::place) {
      const std::size_t end = end_of_body(text, name, last);
      if (end != no_token)
        mentions.add({name.span.begin, tokens.end_of(end)}, by_rule,
                     name.label == NameLabel::person ? "a body that carries the name of somebody"
                                                     : "a body that carries the name of a place",
                     true);
    }
  }
  // Seats of power that the tagger did not see.
  auto name = text.names.begin();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::size_t last = end_of_seat(text, i);
    if (last == no_token) continue;
    while (name != text.names.end() && name->span.end <= tokens.begin_of(i)) ++name;
    if (name != text.names.end() && name->span.begin < tokens.end_of(last)) continue;
    mentions.add(tokens.span(i, last), by_list, "the seat of a government stands for it");
    mentions.set_facet(Facet::government);
  }
}

}  // namespace palimpsest
