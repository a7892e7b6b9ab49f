// Built places by the last word of their name: "Trump Tower", "Wrigley Field", "JFK Airport", "the
// Lincoln Bedroom"; also where the tagger saw only the person in it. Leaves museums, schools,
// hospitals and hotels to the tagger unless it calls them places: they act as often as they stand
// somewhere.
#include "entity/words_beside.h"

namespace palimpsest {
namespace {

// Always a built place, whatever the tagger says of the name.
constexpr auto sure_heads =
    word_set("airfield", "airport", "aqueduct", "avenue", "bedroom", "boulevard", "bridge", "canal",
             "cemetery", "courthouse", "dam", "expressway", "freeway", "heliport", "highway",
             "jail", "jailhouse", "lighthouse", "monument", "motorway", "palace", "parkway",
             "penitentiary", "prison", "pyramid", "road", "skyscraper", "square", "stadium",
             "street", "tollway", "tunnel", "turnpike", "velodrome", "viaduct");
// A built place unless the tagger calls it an organisation; of a person's name only behind a
// preposition or an article ("at Wrigley Field", not "Sally Field said").
constexpr auto heads = word_set(
    "abbey", "aquarium", "arena", "auditorium", "ballpark", "ballroom", "barracks", "base",
    "basilica", "building", "bunker", "camp", "castle", "cathedral", "center", "centre", "chapel",
    "church", "cinema", "coliseum", "colosseum", "complex", "convent", "dome", "drive", "embassy",
    "field", "fort", "fortress", "gallery", "garden", "gardens", "gate", "hall", "hangar", "harbor",
    "harbour", "hospital", "hotel", "house", "inn", "lane", "library", "mall", "mansion", "market",
    "mausoleum", "memorial", "mill", "mine", "monastery", "mosque", "museum", "observatory",
    "opera", "pagoda", "pavilion", "pier", "plant", "plaza", "port", "racecourse", "racetrack",
    "refinery", "residence", "resort", "school", "shrine", "speedway", "station", "synagogue",
    "temple", "terminal", "theater", "theatre", "tower", "towers", "wharf", "zoo");
// Of the second list, those that beside a person's name name what was built by or for somebody.
constexpr auto built_by_somebody =
    word_set("airport", "arena", "ballroom", "bedroom", "building", "center", "centre", "dome",
             "hotel", "mansion", "memorial", "pavilion", "plaza", "tower", "towers");
constexpr auto before_a_place = word_set("at", "from", "in", "inside", "into", "near", "of", "on",
                                         "outside", "the", "through", "to", "toward", "towards");

/// The first word of "Tower of London", "Port of Los Angeles".
bool is_of_a_place(const NamedText& text, CleanSpan span) {
  static constexpr auto first_words =
      word_set("bridge", "cathedral", "church", "palace", "port", "tower");
  const std::size_t first = first_word(text.tokens, span);
  if (first == no_token || !first_words.contains(LowerWord(text.of(first)))) return false;
  const std::size_t link = word_after(text.tokens, first);
  return link != no_token && LowerWord(text.of(link)) == "of" &&
         text.tokens.begin_of(link) < span.end;
}

bool is_facility(const NamedText& text, const NameSpan& name) {
  const Tokens& tokens = text.tokens;
  if (count_words(tokens, name.span) < 2) return false;
  const std::size_t last = last_word(tokens, name.span);
  if (!has_capital(tokens[last])) return false;
  const LowerWord word(text.of(last));
  if (sure_heads.contains(word)) return true;
  if (name.label == NameLabel::place) return heads.contains(word) || is_of_a_place(text, name.span);
  const bool other = name.label == NameLabel::person || name.label == NameLabel::misc;
  if (!other || !heads.contains(word)) return false;
  if (built_by_somebody.contains(word)) return true;
  const std::size_t before = word_before(tokens, SpanTokens(tokens, name.span).first);
  return before != no_token && before_a_place.contains(LowerWord(text.of(before)));
}

/// "Trump" of "Trump Tower": the whole name; empty if no such word follows.
CleanSpan with_head(const NamedText& text, const NameSpan& name) {
  const std::size_t last = SpanTokens(text.tokens, name.span).last;
  const std::size_t next = word_after(text.tokens, last);
  if (next == no_token || text.tokens[next].shape() != WordShape::capitalised) return {};
  const LowerWord word(text.of(next));
  const bool person_or_place = name.label == NameLabel::person || name.label == NameLabel::place;
  if (!sure_heads.contains(word) && !(person_or_place && built_by_somebody.contains(word)))
    return {};
  return {name.span.begin, text.tokens.end_of(next)};
}

}  // namespace

void finders::facility::find(const NamedText& text, Mentions& mentions) {
  for (std::size_t i = 0; i < text.names.size(); ++i) {
    const NameSpan& name = text.names[i];
    if (is_facility(text, name)) {
      mentions.add(name.span, name.percent(), "its last word names something built");
    } else if (const CleanSpan whole = with_head(text, name); !whole.empty()) {
      // A name of its own may stand there: "Windsor" and then "Castle Street".
      const bool taken = i + 1 < text.names.size() && text.names[i + 1].span.begin < whole.end;
      if (!taken) mentions.add(whole, name.percent(), "its last word names something built");
    }
  }
}

}  // namespace palimpsest
