// Laws and treaties by their last word ("the Patriot Act", "the Minsk Accords"), by their first one
// ("Article 50", "the Treaty of Versailles"), and a few by name. Leaves the verb ("Senators must
// Act now") and the man ("Buffalo Bill") alone.
#include "entity/capital_run.h"
#include "entity/name_cover.h"

namespace palimpsest {
namespace {

// The last word alone makes it a law, wherever it stands behind capitalised words.
constexpr auto sure_heads = word_set("accord", "accords", "act", "amendment", "protocol", "treaty");
// Only where the tagger saw a name.
constexpr auto heads =
    word_set("acts", "agreement", "agreements", "amendments", "bill", "charter", "code", "compact",
             "constitution", "convention", "conventions", "decree", "directive", "law", "laws",
             "ordinance", "pact", "protocols", "regulation", "regulations", "resolution", "rule",
             "statute", "statutes", "treaties");
// "Treaty of Versailles", "Convention on the Rights of the Child"
constexpr auto first_words = word_set("accord", "act", "agreement", "bill", "charter", "convention",
                                      "declaration", "pact", "statute", "treaty");
// "Article 50", "Proposition 8", "Title IX", "Resolution 2254"
constexpr auto numbered = word_set("article", "proposition", "resolution", "title");
constexpr auto count_of_amendments =
    word_set("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
             "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
             "seventeenth", "eighteenth", "nineteenth");
constexpr auto by_name = word_set("obamacare", "trumpcare");

constexpr std::uint8_t by_rule = 85;

bool is_roman(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVX") == std::string_view::npos;
}

bool is_law(const NamedText& text, const NameSpan& name) {
  if (name.label == NameLabel::norp || is_quoted(text, name.span)) return false;
  const Tokens& tokens = text.tokens;
  const std::size_t last = last_word(tokens, name.span), first = first_word(tokens, name.span);
  if (last == no_token || !has_capital(tokens[first])) return false;
  const LowerWord last_lower(text.of(last)), first_lower(text.of(first));
  if (by_name.contains(first_lower)) return true;
  const bool body = name.label == NameLabel::person || name.label == NameLabel::organisation;
  if (first != last && has_capital(tokens[last])) {
    // "the Green Progressive Accord" is a party
    const bool party = name.label == NameLabel::organisation &&
                       (last_lower == "accord" || last_lower == "protocol");
    if (sure_heads.contains(last_lower) && !party) return true;
    if (!body && heads.contains(last_lower))
      // "the Democratic National Convention" is an event
      return last_lower != "convention" ||
             text.of(name.span).find("National") == std::string_view::npos;
  }
  const std::size_t second = word_after(tokens, first);
  if (second == no_token || tokens.begin_of(second) >= name.span.end) return false;
  const LowerWord second_lower(text.of(second));
  if (first_words.contains(first_lower))
    return second_lower == "of" || second_lower == "on" || second_lower == "for";
  return numbered.contains(first_lower) &&
         (tokens[second].is_number() || is_roman(text.of(second)));
}

/// Laws that need no tagger.
void find_by_words(const NamedText& text, Mentions& mentions) {
  const Tokens& tokens = text.tokens;
  const NameCover cover(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!has_capital(tokens[i])) continue;
    const LowerWord word(text.of(i));
    if (by_name.contains(word)) {
      mentions.add(tokens.span(i), by_rule, "is known as a law");
    } else if (word == "article" || word == "proposition" || word == "title") {
      const std::size_t next = word_after(tokens, i);
      if (next == no_token) continue;
      // "Title 3" may be a heading; an article of a newspaper has no number behind it
      const bool fits = is_roman(text.of(next)) || (word != "title" && tokens[next].is_number());
      if (fits) mentions.add(tokens.span(i, next), by_rule, "a numbered part of a law");
    } else if (sure_heads.contains(word) && tokens[i].shape() == WordShape::capitalised) {
      const NameSpan* name = cover.at(i);
      if (name != nullptr && name->label == NameLabel::organisation)
        continue;  // is_law() has asked
      const CleanSpan run = capital_run_ending_at(text, i);
      const std::size_t first = first_word(tokens, run);
      if (first == no_token || first == i) continue;
      if (word == "amendment" || !count_of_amendments.contains(LowerWord(text.of(first))))
        mentions.add(run, by_rule, "its last word names a law or a treaty");
    } else if (word == "bill") {
      const std::size_t of = word_after(tokens, i);
      const std::size_t rights = of == no_token ? no_token : word_after(tokens, of);
      if (rights != no_token && text.of(of) == "of" && text.of(rights) == "Rights")
        mentions.add(tokens.span(i, rights), by_rule, "is known as a law");
    }
  }
}

}  // namespace

void finders::law::find(const NamedText& text, Mentions& mentions) {
  for (const NameSpan& name : text.names)
    if (is_law(text, name))
      mentions.add(name.span, name.percent(), "its words name a law or a treaty");
  find_by_words(text, mentions);
}

}  // namespace palimpsest
