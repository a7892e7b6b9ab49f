// Events by their last word ("the Vietnam War", "the Republican National Convention"), by their
// first one ("Hurricane Katrina", "the Battle of Mosul"), elections with the year or the country
// that makes them one ("the 2016 election"), and a few by name. Leaves "the election", "a war" and
// "the cup" alone: they are no names.
#include <algorithm>
#include <set>

#include "entity/words_beside.h"
#include "text/outer_first.h"

namespace palimpsest {
namespace {

// The last word of a name that makes it an event, whatever the tagger calls it.
constexpr auto sure_heads = word_set(
    "caucuses", "championship", "championships", "cup", "elections", "festival", "games",
    "invasion", "massacre", "olympics", "paralympics", "primaries", "primary", "prix", "rebellion",
    "referendum", "revolution", "riots", "rising", "summit", "uprising", "war", "wars");
// Only of a name that the tagger calls neither a person, an organisation nor a place.
constexpr auto heads =
    word_set("accident", "attack", "attacks", "award", "awards", "battle", "bombing", "bombings",
             "bowl", "campaign", "ceremony", "classic", "conference", "congress", "convention",
             "coronation", "crisis", "crusade", "day", "debate", "derby", "disaster", "earthquake",
             "election", "eruption", "exhibition", "expo", "fair", "fire", "flood", "forum", "gala",
             "genocide", "holocaust", "inauguration", "intifada", "marathon", "march", "masters",
             "mutiny", "offensive", "open", "operation", "outbreak", "pandemic", "parade",
             "protests", "race", "rally", "riot", "scandal", "series", "session", "siege", "spring",
             "strike", "tournament", "tour", "trial", "trials", "week");
constexpr auto first_words = word_set("battle", "siege", "treaty", "fall", "bombing", "invasion");
constexpr auto storms = word_set("cyclone", "hurricane", "storm", "typhoon");
constexpr auto polls =
    word_set("caucuses", "election", "elections", "primaries", "primary", "referendum");
constexpr auto poll_words =
    word_set("by", "congressional", "council", "democratic", "european", "federal", "general",
             "gubernatorial", "independence", "legislative", "local", "mayoral", "midterm",
             "municipal", "national", "parliamentary", "party", "presidential", "primary",
             "regional", "republican", "runoff", "senate", "snap", "special", "state");

constexpr std::uint8_t by_rule = 85;
constexpr std::string_view of_the_tagger = "its words name an event";

struct KnownEvent {
  std::string_view first, second;  // as written; `second` may be empty
  bool more;                       // a number or a year may follow: "World War II"
};
constexpr KnownEvent known[] = {
    {"World", "War", true},        {"Cold", "War", false},         {"World", "Cup", false},
    {"Super", "Bowl", true},       {"Arab", "Spring", false},      {"Great", "Depression", false},
    {"Great", "Recession", false}, {"Winter", "Olympics", false},  {"Summer", "Olympics", false},
    {"Olympic", "Games", false},   {"Paralympic", "Games", false}, {"Winter", "Games", false},
    {"World", "Series", false},    {"Brexit", "", false},          {"Holocaust", "", false},
    {"Olympics", "", false},       {"Paralympics", "", false},     {"Watergate", "", false}};

bool is_count(std::string_view word) {
  return word == "One" || word == "Two" || word == "I" || word == "II" || word == "III" ||
         (!word.empty() && word.find_first_not_of("IVXL") == std::string_view::npos) ||
         (!word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos);
}

/// The last token of the known event that begins at token `i`; no_token if none does.
std::size_t end_of_known(const NamedText& text, std::size_t i) {
  for (const KnownEvent& event : known) {
    if (text.of(i) != event.first) continue;
    std::size_t last = i;
    if (!event.second.empty()) {
      last = word_after(text.tokens, i);
      if (last == no_token || text.of(last) != event.second) continue;
    }
    const std::size_t count = event.more ? word_after(text.tokens, last) : no_token;
    if (count != no_token && is_count(text.of(count))) return count;
    if (event.first == "World" && event.second == "War") {
      const std::size_t before = word_before(text.tokens, i);
      if (before == no_token || (text.of(before) != "First" && text.of(before) != "Second"))
        continue;
    }
    return last;
  }
  return no_token;
}

bool is_year(const NamedText& text, std::size_t i) {
  const std::string_view word = text.of(i);
  return text.tokens[i].is_number() && word.size() == 4 && (word[0] == '1' || word[0] == '2');
}

/// "Christian Democrats lost the Hesse election": a word in small letters that no poll's name has,
/// among capitals.
bool has_verb(const NamedText& text, CleanSpan span) {
  static constexpr auto links = word_set("and", "for", "in", "of", "the", "to");
  const SpanTokens in(text.tokens, span);
  bool verb = false, capital = false;
  for (std::size_t i = in.first; i <= in.last; ++i) {
    const LowerWord word(text.of(i));
    capital = capital || has_capital(text.tokens[i]);
    verb = verb || (text.tokens[i].shape() == WordShape::lower && !links.contains(word) &&
                    !poll_words.contains(word) && !polls.contains(word));
  }
  return verb && capital;
}

bool is_event(const NamedText& text, const NameSpan& name) {
  if (name.label == NameLabel::norp || is_quoted(text, name.span)) return false;
  const Tokens& tokens = text.tokens;
  const std::size_t first = first_word(tokens, name.span);
  std::size_t last = last_word(tokens, name.span);
  if (last == no_token || !(has_capital(tokens[first]) || tokens[first].is_number())) return false;
  const LowerWord first_lower(text.of(first));
  if (first == last) return name.label == NameLabel::misc && end_of_known(text, first) == first;
  const std::size_t second = word_after(tokens, first);
  if (first_words.contains(first_lower) && second != no_token && text.of(second) == "of")
    return first_lower != "treaty";
  if (storms.contains(first_lower)) return true;
  if (first_lower == "chapter") return false;  // "Chapter VI of Vanity Fair"
  if (is_count(text.of(last))) {               // "World War II", "Super Bowl LI"
    const std::size_t before = word_before(tokens, last);
    if (before != no_token && before > first) last = before;
  }
  const LowerWord word(text.of(last));
  const bool taken = name.label == NameLabel::person || name.label == NameLabel::place ||
                     name.label == NameLabel::organisation;
  // An election may be in small letters; all others have a capital.
  if (!has_capital(tokens[last]) && (!polls.contains(word) || has_verb(text, name.span)))
    return false;
  if (sure_heads.contains(word)) return name.label != NameLabel::organisation || word != "games";
  return !taken && heads.contains(word);
}

/// "2016 election", "2016 United States presidential election", "French referendum": the span, from
/// the year, the country or the people on; empty if neither is there.
CleanSpan poll_ending_at(const NamedText& text, std::size_t last, std::size_t names_before) {
  const Tokens& tokens = text.tokens;
  std::size_t at = last, begin = no_token;
  for (std::size_t words = 0; words < 6; ++words) {
    const std::size_t before = word_before(tokens, at);
    if (before == no_token) break;
    // the name that ends here, if one does
    while (names_before > 0 && text.names[names_before - 1].span.begin >= tokens.end_of(before))
      --names_before;
    if (names_before > 0 && text.names[names_before - 1].span.end == tokens.end_of(before)) {
      const NameSpan& name = text.names[names_before - 1];
      if (name.label != NameLabel::norp && name.label != NameLabel::place) break;
      begin = at = tokens.at(name.span.begin);
    } else if (is_year(text, before)) {
      begin = before;
      break;
    } else if (poll_words.contains(LowerWord(text.of(before)))) {
      at = before;
    } else {
      break;
    }
  }
  if (begin == no_token) return {};
  return tokens.span(begin, last);
}

/// The word before the name that makes it a storm's: "Hurricane Katrina"; no_token if none does.
std::size_t storm_before(const NamedText& text, const NameSpan& name) {
  if (name.label == NameLabel::organisation) return no_token;
  const std::size_t before = word_before(text.tokens, SpanTokens(text.tokens, name.span).first);
  return before != no_token && has_capital(text.tokens[before]) &&
                 storms.contains(LowerWord(text.of(before)))
             ? before
             : no_token;
}

struct Found {
  CleanSpan span;
  std::uint8_t confidence;
  std::string_view why;
};

}  // namespace

void finders::event::find(const NamedText& text, Mentions& mentions) {
  const Tokens& tokens = text.tokens;
  std::vector<Found> found;
  const auto add = [&](CleanSpan span, std::uint8_t confidence, std::string_view why) {
    found.push_back({span, confidence, why});
  };
  std::set<std::string_view> storm_names;
  for (const NameSpan& name : text.names)
    if (storm_before(text, name) != no_token) storm_names.insert(text.of(name.span));
  for (const NameSpan& name : text.names) {
    if (const std::size_t storm = storm_before(text, name); storm != no_token) {
      add({tokens.begin_of(storm), name.span.end}, name.percent(), "a storm has this name");
    } else if (storm_names.contains(text.of(name.span))) {
      add(name.span, name.percent(), "a storm of this text has this name");
    } else if (is_event(text, name)) {
      add(name.span, name.percent(), of_the_tagger);
    }
  }
  std::size_t names_before = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_word()) continue;
    while (names_before < text.names.size() &&
           text.names[names_before].span.end <= tokens.begin_of(i))
      ++names_before;
    if (polls.contains(LowerWord(text.of(i)))) {
      if (const CleanSpan span = poll_ending_at(text, i, names_before); !span.empty())
        add(span, by_rule, "a poll with the year or the country that makes it one");
    } else if (has_capital(tokens[i])) {
      const std::size_t last = end_of_known(text, i);
      if (last == no_token) continue;
      const std::size_t before = word_before(tokens, i);
      // "Second World War", "2018 World Cup"
      const bool with_before =
          before != no_token && text.of(i) == "World" &&
          (text.of(before) == "First" || text.of(before) == "Second" || is_year(text, before));
      add(tokens.span(with_before ? before : i, last), by_rule, "is known as an event");
    }
  }
  // "9/11"
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i)
    if (tokens[i + 1].is('/') && text.of(i) == "9" && text.of(i + 2) == "11" &&
        (i + 3 == tokens.size() || !tokens[i + 3].is('/')) && (i == 0 || !tokens[i - 1].is('/')))
      add(tokens.span(i, i + 2), by_rule, "is known as an event");
  // Of "the 2018 World Cup", known by its words, and the tagger's "World Cup" the longer one; of
  // the tagger's "Allies of World War I" and the war in it both.
  sort_outer_first(found);
  std::uint32_t end_by_rule = 0;
  for (const Found& event : found) {
    if (event.span.end <= end_by_rule) continue;
    mentions.add(event.span, event.confidence, std::string(event.why), true);
    if (event.why != of_the_tagger) end_by_rule = event.span.end;
  }
}

}  // namespace palimpsest
