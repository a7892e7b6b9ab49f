// Tested by tests/cases/entity/{person,place}.json.
#include "entity/name_edges.h"

#include "entity/role_words.h"
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
    SpanTokens in(tokens, span);
    if (in.last > in.first && tokens[in.last].is('.')) --in.last;  // "D-Wis."
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

/// "Donald Trump" before "Jr.", "James Knowles" before "III": with what belongs to it.
CleanSpan with_suffix(const NamedText& text, CleanSpan span) {
  static constexpr auto suffixes = word_set("II", "III", "IV", "Jr", "Sr");
  const Tokens& tokens = text.tokens;
  const std::size_t last = SpanTokens(tokens, span).last;
  std::size_t next = last + 1 < tokens.size() && tokens[last + 1].is(',')
                         ? word_after(tokens, last + 1)
                         : word_after(tokens, last);
  if (next == no_token || !suffixes.contains(text.of(next))) return span;
  if (next + 1 < tokens.size() && tokens[next + 1].is('.') && tokens.span(next).size() == 2 &&
      text.of(next) != "II" && text.of(next) != "IV")
    ++next;
  span.end = tokens.end_of(next);
  return span;
}

/// "Washington of lying": without small words at the end behind a small link.
CleanSpan without_small_end(const NamedText& text, CleanSpan span) {
  static constexpr auto links = word_set("about", "after", "as", "at", "by", "for", "from", "in",
                                         "of", "on", "over", "to", "with");
  const Tokens& tokens = text.tokens;
  const SpanTokens in(tokens, span);
  if (!has_capital(tokens[in.first]) || !tokens[in.last].is_word() ||
      tokens[in.last].shape() != WordShape::lower)
    return span;
  const std::size_t link = word_before(tokens, in.last);
  if (link == no_token || link < in.first + 2 || !links.contains(text.of(link))) return span;
  const std::size_t end = word_before(tokens, link);
  if (end == no_token || end < in.first) return span;
  span.end = tokens.end_of(end);
  return span;
}

}  // namespace

NameSpan with_right_edges(const NamedText& text, NameSpan name) {
  if (name.span.empty()) return name;
  const std::size_t first = SpanTokens(text.tokens, name.span).first;
  name.span = without_affixes(text, name.span);
  if (name.span.empty()) return name;
  // "R-Utah": the state, whatever the whole was
  if ((text.of(first) == "D" || text.of(first) == "R") &&
      name.span.begin > text.tokens.begin_of(first))
    name.label = NameLabel::place;
  if (name.label != NameLabel::misc) {
    const CleanSpan shorter = without_small_end(text, name.span);
    if (shorter != name.span && is_capital(text.of(shorter))) name.label = NameLabel::place;
    name.span = shorter;
  }
  if (name.label == NameLabel::person) {
    name.span = without_title(text, name.span);
    name.span = with_name_behind_initial(text, name.span);
    name.span = with_suffix(text, name.span);
  }
  return name;
}

}  // namespace palimpsest
