// Tested by tests/cases/entity/organisation.json and tests/core/names_test.cpp.
#include "entity/seats_of_power.h"

#include "entity/words_beside.h"

namespace palimpsest {
namespace {

struct Seat {
  std::string_view first, second;
};
constexpr Seat seats[] = {{"White", "House"}, {"Kremlin", ""},       {"Pentagon", ""},
                          {"Blue", "House"},  {"Downing", "Street"}, {"Élysée", ""},
                          {"Elysee", ""},     {"Whitehall", ""},     {"Foggy", "Bottom"},
                          {"Capitol", "Hill"}};

constexpr auto capitals = word_set(
    "Ankara", "Baghdad", "Beijing", "Berlin", "Bogota", "Brasilia", "Brussels", "Cairo", "Canberra",
    "Caracas", "Damascus", "Delhi", "Havana", "Islamabad", "Jakarta", "Jerusalem", "Kabul", "Kiev",
    "Kyiv", "London", "Madrid", "Minsk", "Moscow", "New Delhi", "Ottawa", "Paris", "Pyongyang",
    "Riyadh", "Rome", "Seoul", "Taipei", "Tehran", "Tokyo", "Warsaw", "Washington");

constexpr auto helpers =
    word_set("also", "could", "did", "does", "had", "has", "have", "may", "might", "must", "never",
             "now", "once", "repeatedly", "should", "then", "was", "will", "would");
// What governments do, and cities do not.
constexpr auto acts_of_state = word_set(
    "accepted", "accuse", "accused", "accuses", "agree", "agreed", "agrees", "annexed", "announce",
    "announced", "announces", "approved", "argued", "argues", "backed", "backs", "blamed", "blames",
    "called", "calls", "claimed", "claims", "condemn", "condemned", "condemns", "considers",
    "declared", "declares", "decided", "demand", "demanded", "demands", "denied", "denies", "deny",
    "deployed", "expelled", "expels", "fears", "hopes", "impose", "imposed", "imposes", "insisted",
    "insists", "intends", "launched", "negotiated", "offered", "opposes", "ordered", "pledged",
    "pledges", "promised", "proposed", "protested", "recognised", "recognises", "recognized",
    "recognizes", "refused", "refuses", "regards", "rejected", "rejects", "respond", "responded",
    "retaliate", "retaliated", "said", "sanctioned", "say", "says", "sees", "signed", "supports",
    "suspended", "threatened", "threatens", "views", "vowed", "vows", "wanted", "wants", "warn",
    "warned", "warns");
constexpr auto between_states =
    word_set("agreement", "alliance", "conflict", "cooperation", "deal", "dialogue", "dispute",
             "negotiations", "pact", "relations", "relationship", "rift", "row", "talks", "tension",
             "tensions", "ties", "trade", "treaty", "truce", "war");
constexpr auto acts_of_teams =
    word_set("beat", "beats", "defeat", "defeated", "defeats", "drew", "edged", "lost", "loses",
             "outscored", "qualified", "routed", "thrashed", "tied", "trounced", "won");

}  // namespace

std::size_t end_of_seat(const NamedText& text, std::size_t i) {
  if (!has_capital(text.tokens[i])) return no_token;
  const std::string_view word = text.of(i);
  for (const Seat& seat : seats) {
    if (word != seat.first) continue;
    if (seat.second.empty()) return i;
    const std::size_t next = word_after(text.tokens, i);
    return next != no_token && text.of(next) == seat.second ? next : no_token;
  }
  return no_token;
}

bool is_seat_of_power(std::string_view name) {
  for (const Seat& seat : seats) {
    if (!name.starts_with(seat.first)) continue;
    const std::string_view rest = name.substr(seat.first.size());
    if (seat.second.empty() ? rest.empty() : rest.starts_with(' ') && rest.substr(1) == seat.second)
      return true;
  }
  return false;
}

bool is_capital(std::string_view name) { return capitals.contains(name); }

bool acts_as_government(const NamedText& text, CleanSpan span) {
  const Tokens& tokens = text.tokens;
  const SpanTokens in(tokens, span);
  std::size_t next = word_after(tokens, in.last);
  const std::size_t before = word_before(tokens, in.first);
  const LowerWord left(before == no_token ? std::string_view() : text.of(before));
  // "in Washington said" has another subject
  const bool subject = left != "in" && left != "from" && left != "at" && left != "near" &&
                       left != "of" && left != "to";
  for (std::size_t steps = 0; subject && steps < 3 && next != no_token; ++steps) {
    const LowerWord word(text.of(next));
    if (acts_of_state.contains(word)) return true;
    if (!helpers.contains(word)) break;
    next = word_after(tokens, next);
  }
  // "relations between Washington and the Kremlin", "talks with Beijing", "ties to Moscow"
  std::size_t at = before;
  for (std::size_t steps = 0; steps < 6 && at != no_token; ++steps) {
    const LowerWord word(text.of(at));
    if (word == "between" || word == "with") {
      const std::size_t what = word_before(tokens, at);
      return what != no_token && between_states.contains(LowerWord(text.of(what)));
    }
    if (word != "and" && word != "the" && !has_capital(tokens[at])) return false;
    at = word_before(tokens, at);
  }
  return false;
}

bool acts_as_team(const NamedText& text, CleanSpan span) {
  const Tokens& tokens = text.tokens;
  const std::size_t verb = word_after(tokens, SpanTokens(tokens, span).last);
  if (verb == no_token) return false;
  if (tokens[verb].is_number())  // "Chicago 3", "Chicago 3-1"
    return verb + 2 < tokens.size() && (tokens[verb + 1].is('-') || tokens[verb + 1].is(U'–')) &&
           tokens[verb + 2].is_number();
  if (!acts_of_teams.contains(LowerWord(text.of(verb)))) return false;
  // a score within the next words: "beat Brazil 2-1", "lost to Boston, 5-3"
  std::size_t i = verb + 1;
  for (std::size_t steps = 0; steps < 16 && i + 2 < tokens.size(); ++steps, ++i) {
    if (tokens[i].is('.') || tokens[i].is_line_break()) return false;
    if (tokens[i].is_number() && (tokens[i + 1].is('-') || tokens[i + 1].is(U'–')) &&
        tokens[i + 2].is_number())
      return true;
  }
  return false;
}

}  // namespace palimpsest
