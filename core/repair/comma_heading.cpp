// Tested by tests/cases/repair/{glued_heading,paragraph_break}.json.
#include "repair/comma_heading.h"

#include <algorithm>
#include <iterator>

#include "repair/blank_survey.h"
#include "repair/calendar.h"
#include "repair/quote_words.h"
#include "repair/wide_blanks.h"
#include "repair/word_set.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_words = 20;  // a caption before it included

template <std::size_t N>
bool in(std::string_view word, const std::string_view (&sorted)[N]) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

bool is_adverb(std::string_view word) {
  static constexpr auto nouns =
      word_set("ally", "assembly", "early", "family", "italy", "rally", "reply", "supply", "tally");
  return word.ends_with("ly") && !nouns.contains(lower_case(word));
}

/// Last words of what is no heading: verbs that a question follows ("My point is,"), adverbs.
bool goes_on(std::string_view word) {
  static constexpr auto words =
      word_set("are", "be", "first", "here", "however", "indeed", "instead", "is", "now", "once",
               "rather", "then", "there", "though", "together", "too", "was", "were");
  return words.contains(word) || is_adverb(word);
}

}  // namespace

bool introduces(const Token& token, std::string_view word) {
  static constexpr std::string_view words[] = {
      // clang-format off
      "A", "About", "Above", "Across", "After", "Afterward", "Afterwards", "Again", "Against",
      "All", "Along", "Alongside", "Also", "Although", "Amid", "Among", "An", "And", "Another",
      "Any", "Anyway", "Apart", "As", "Aside", "At", "Back", "Because", "Before", "Besides",
      "Beyond", "Both", "But", "By", "Consistent", "Contrary", "Despite", "Due", "Each",
      "Earlier", "Either", "Elsewhere", "Even", "Ever", "Every", "Except", "Far", "Few", "First",
      "For", "Former", "From", "Further", "Furthermore", "Given", "He", "Hence", "Her", "Here",
      "His", "How", "However", "I", "If", "In", "Inside", "Instead", "It", "Its", "Just", "Last",
      "Later", "Like", "Likewise", "Long", "Many", "Maybe", "Meantime", "Meanwhile", "More",
      "Moreover", "Most", "Much", "My", "Neither", "Never", "Nevertheless", "Next", "No", "None",
      "Nonetheless", "Nor", "Not", "Now", "Nowadays", "Of", "Often", "On", "Once", "One", "Or",
      "Other", "Otherwise", "Our", "Outside", "Over", "Overall", "Per", "Perhaps", "Plain",
      "Please", "Prior", "Pursuant", "Rather", "Regardless", "Said", "Same", "Second", "Several",
      "She", "Since", "So", "Some", "Somehow", "Sometimes", "Soon", "Still", "Subsequent", "Such",
      "Thank", "Thanks", "That", "The", "Their", "Then", "There", "Therefore", "These", "They",
      "Third", "This", "Those", "Though", "Through", "Throughout", "Thus", "To", "Today",
      "Together", "Tomorrow", "Tonight", "Too", "Two", "Under", "Unless", "Unlike", "Until", "Up",
      "Upon", "Via", "We", "Well", "What", "Whatever", "When", "Whenever", "Where", "Whereas",
      "Wherever", "Whether", "Which", "While", "Who", "Why", "With", "Within", "Without", "Wrote",
      "Yes", "Yesterday", "Yet", "You", "Your"
      // clang-format on
  };
  return !token.is_word() || in(word, words) || is_adverb(word) || word.ends_with("ing") ||
         word.ends_with("ed") || is_month(word) || is_weekday(word);
}

CommaHeading read_comma_heading(const Passage& p, std::size_t first) {
  const Tokens& tokens = p.tokens;
  CommaHeading h;
  std::size_t words = 0;
  const std::size_t end = std::min(tokens.size(), first + 3 * most_words);
  for (std::size_t i = first; i + 2 < end; ++i) {
    const Token& t = tokens[i];
    if (t.is(',')) {
      if (words == 0 || !tokens[i + 1].is_blank()) return {};
      const std::size_t last = tokens[i - 1].is_blank() ? i - 2 : i - 1;
      if (is_speech_verb(p.of(first)) || is_speech_verb(p.of(last)) || goes_on(p.of(last)))
        return {};
      h.comma = i, h.last = last;
      h.odd_end = tokens[last].is('?') || tokens[last].is(':');
      h.upper &= words > 1;
      h.words = words;
      return h;
    }
    if (t.is_word()) {
      if (++words > most_words) return {};
      h.plain &= i == first || t.shape() == WordShape::lower;
      h.upper &= t.shape() == WordShape::upper;
      continue;
    }
    if (t.is_blank() ? tokens.span(i).size() > 1
                     : !(t.is(U'’') || t.is('\'') || t.is('-') || t.is(U'–') || t.is('&') ||
                         t.is('?') || t.is(':') || t.is('.') || t.is_number()))
      return {};
    const bool goes_on_behind =
        i > first &&
        (tokens[i - 1].is_number() || (i > first + 1 && is_title_abbreviation(p.of(i - 1))));
    if (t.is('.') && !goes_on_behind) return {};
  }
  return {};
}

bool begins_heading(const Passage& p, std::size_t first) {
  const Token& t = p.tokens[first];
  return t.is_word() && (t.shape() == WordShape::capitalised || t.shape() == WordShape::upper);
}

bool sentence_ends_before(const Passage& p, std::size_t blank) {
  const SentenceEnd end = sentence_end_before(p, blank, 0);
  return end.stop && !end.initials;
}

std::size_t comma_heading_before(const Passage& p, std::size_t comma) {
  std::size_t words = 0;
  for (std::size_t i = comma; i-- > 0 && words <= most_words_of_heading;) {
    const Token& t = p.tokens[i];
    if (t.is(',') || t.is_line_break()) return 0;
    words += t.is_word();
    if (!t.is_blank() || !sentence_ends_before(p, i)) continue;
    const bool heading = begins_heading(p, i + 1) && !introduces(p.tokens[i + 1], p.of(i + 1)) &&
                         read_comma_heading(p, i + 1).comma == comma;
    return heading ? i + 1 : 0;
  }
  return 0;
}

}  // namespace palimpsest
