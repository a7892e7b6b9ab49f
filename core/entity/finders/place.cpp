// Places: what the tagger calls so, and the states of party letters ("(R-Utah)", "D-Maine") that it
// did not see, the states behind a city and the cities of datelines. A capital or a country that
// speaks or acts has the government as its facet, a city or a country that plays its team: the kind
// stays a place.
#include "entity/peoples.h"
#include "entity/seats_of_power.h"
#include "entity/words_beside.h"

namespace palimpsest {
namespace {

constexpr auto states = word_set(
    "Ala", "Alabama", "Alaska", "Ariz", "Arizona", "Ark", "Arkansas", "Calif", "California", "Colo",
    "Colorado", "Conn", "Connecticut", "Del", "Delaware", "Fla", "Florida", "Ga", "Georgia",
    "Hawaii", "Idaho", "Ill", "Illinois", "Ind", "Indiana", "Iowa", "Kan", "Kansas", "Kentucky",
    "Ky", "La", "Louisiana", "Maine", "Maryland", "Mass", "Massachusetts", "Md", "Mich", "Michigan",
    "Minn", "Minnesota", "Miss", "Mississippi", "Missouri", "Mo", "Mont", "Montana", "Neb",
    "Nebraska", "Nev", "Nevada", "Ohio", "Okla", "Oklahoma", "Ore", "Oregon", "Pa", "Pennsylvania",
    "Tenn", "Tennessee", "Tex", "Texas", "Utah", "Va", "Vermont", "Virginia", "Vt", "Wash",
    "Washington", "Wis", "Wisconsin", "Wyo", "Wyoming");
constexpr auto two_words = word_set("New", "North", "South", "West", "Rhode");
constexpr std::uint8_t by_rule = 90;

/// "R-Utah", "D-Wis.", "D-New York": the state behind the hyphen; empty if there is none.
CleanSpan state_of_party(const NamedText& text, std::size_t letter) {
  const Tokens& tokens = text.tokens;
  const std::string_view party = text.of(letter);
  if (party != "D" && party != "R" && party != "I") return {};
  if (letter + 2 >= tokens.size() || !tokens[letter + 1].is('-')) return {};
  const std::size_t state = letter + 2;
  const bool two_letters = text.of(state).size() == 2 && tokens[state].shape() == WordShape::upper;
  const bool opened =
      letter > 0 && (tokens[letter - 1].is('(') ||
                     (tokens[letter - 1].is_blank() && letter > 1 && tokens[letter - 2].is(',')));
  if (states.contains(text.of(state)) || (two_letters && opened)) return tokens.span(state);
  if (two_words.contains(text.of(state))) {
    const std::size_t second = word_after(tokens, state);
    if (second != no_token && has_capital(tokens[second])) return tokens.span(state, second);
  }
  // "D-N.Y.", "R-S.C."
  if (state + 3 < tokens.size() && text.of(state).size() == 1 && tokens[state + 1].is('.') &&
      tokens[state + 2].is_word() && text.of(state + 2).size() == 1 && tokens[state + 3].is('.'))
    return tokens.span(state, state + 3);
  return {};
}

/// "Battle Creek, Mich.", "Columbus, Ohio": the state behind a place and a comma.
CleanSpan state_behind(const NamedText& text, CleanSpan city) {
  const Tokens& tokens = text.tokens;
  const std::size_t comma = SpanTokens(tokens, city).last + 1;
  if (comma >= tokens.size() || !tokens[comma].is(',')) return {};
  const std::size_t state = word_after(tokens, comma);
  if (state == no_token || !states.contains(text.of(state))) return {};
  // "Uncle Tom's Cabin, Miss Stowe": short forms have a stop, of five letters at most
  const bool stop = state + 1 < tokens.size() && tokens[state + 1].is('.');
  static constexpr auto short_in_full = word_set("Idaho", "Iowa", "Maine", "Ohio", "Texas", "Utah");
  if (text.of(state).size() <= 5 && !stop && !short_in_full.contains(text.of(state))) return {};
  return tokens.span(state);
}

/// "DUNBLANE, Scotland (AP) —", "WASHINGTON (Reuters) -": the city in capitals that a line begins
/// with; empty if neither an agency in brackets nor a dash closes the dateline.
CleanSpan city_of_dateline(const NamedText& text, std::size_t first) {
  static constexpr auto agencies =
      word_set("AFP", "ANSA", "AP", "BBC", "Bloomberg", "CNN", "DPA", "EFE", "IANS", "NPR", "PTI",
               "Reuters", "REUTERS", "TASS", "UPI", "VOA", "Xinhua", "XINHUA");
  constexpr std::size_t longest = 24;  // tokens; "SAN SALVADOR, El Salvador, Jan. 27 (AP) -" has 21
  const Tokens& tokens = text.tokens;
  std::size_t last = first, i = first, letters = 0;
  while (i < tokens.size() && tokens[i].shape() == WordShape::upper) {
    letters += tokens.span(i).size();
    last = i;
    if (i + 2 >= tokens.size() || !tokens[i + 1].is_blank()) break;
    i += 2;
  }
  if (letters < 4) return {};
  for (i = last + 1; i < tokens.size() && i < first + longest; ++i) {
    const Token& t = tokens[i];
    if (t.is_line_break()) return {};
    if (t.is('(')) {
      const bool agency =
          i + 2 < tokens.size() && agencies.contains(text.of(i + 1)) && tokens[i + 2].is(')');
      return agency ? tokens.span(first, last) : CleanSpan{};
    }
    // only a state, a country or a date may stand between
    if (t.is_word() && t.shape() != WordShape::capitalised) return {};
    if (!t.is_word() && !t.is_number() && !t.is_blank() && !t.is(',') && !t.is('.')) return {};
  }
  return {};
}

}  // namespace

void finders::place::find(const NamedText& text, Mentions& mentions) {
  for (const NameSpan& name : text.names) {
    if (name.label != NameLabel::place) continue;
    const std::string_view words = text.of(name.span);
    if (acts_as_team(text, name.span)) {
      mentions.add(name.span, name.percent(), "its team: it plays here");
      mentions.set_facet(Facet::team);
    } else if (is_seat_of_power(words) || ((is_capital(words) || is_country(text.model, words)) &&
                                           acts_as_government(text, name.span))) {
      mentions.add(name.span, name.percent(), "its government: it acts or speaks here");
      mentions.set_facet(Facet::government);
    } else {
      mentions.add(name.span, name.percent(), name.why);
    }
  }
  for (const NameSpan& name : text.names)
    if (name.label == NameLabel::place)
      mentions.add(state_behind(text, name.span), by_rule, "the state behind a city");
  for (const CleanSpan paragraph : text.paragraphs)
    if (!paragraph.empty())
      mentions.add(city_of_dateline(text, text.tokens.at(paragraph.begin)), by_rule,
                   "the city that a dateline begins with");
  for (std::size_t i = 0; i < text.tokens.size(); ++i)
    if (text.tokens[i].is_word())
      mentions.add(state_of_party(text, i), by_rule, "the state behind the letter of a party");
}

}  // namespace palimpsest
