// Parts a heading that a clean-up glued to the sentence behind it with a comma: "it rained. Career,
// In 1947 he left" gets "Career" as a paragraph of its own. Works only in texts that show such a
// clean-up. It is sure where a word that no name begins with stands with a capital behind the
// comma; else it suggests. Leaves sentences alone that begin with an adverb ("However, Trump"), a
// time or a place.
#include <algorithm>

#include "repair/calendar.h"
#include "repair/wide_blanks.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_words = 6;

bool in(std::string_view word, std::span<const std::string_view> sorted) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Words that have a capital only where a sentence begins.
bool begins_sentences(std::string_view word) {
  static constexpr std::string_view words[] = {
      "A",       "According", "After",  "All",    "Although", "An",    "Are",     "As",    "At",
      "Because", "Before",    "But",    "By",     "Can",      "Could", "Despite", "Did",   "Do",
      "Does",    "Don",       "During", "Each",   "Even",     "Every", "For",     "From",  "Has",
      "Have",    "He",        "Here",   "How",    "However",  "If",    "In",      "Is",    "Isn",
      "It",      "Its",       "Many",   "Most",   "My",       "No",    "Not",     "On",    "Once",
      "Our",     "Several",   "She",    "Since",  "So",       "Some",  "Thanks",  "That",  "The",
      "Their",   "There",     "These",  "They",   "This",     "Those", "Though",  "To",    "Under",
      "Unlike",  "Until",     "We",     "What",   "When",     "Where", "Whether", "Which", "While",
      "Who",     "Why",       "With",   "Within", "Without",  "You",   "Your"};
  return in(word, words);
}

/// Those among them that titles do not hold ("In Reversal", "The Post"), so that a name may follow.
bool is_never_in_title(std::string_view word) {
  static constexpr std::string_view words[] = {
      "According", "Although", "Because", "Despite", "Did",    "Does",  "During",
      "He",        "However",  "If",      "Isn",     "It",     "Many",  "Most",
      "Several",   "She",      "Since",   "Some",    "Thanks", "There", "They",
      "Though",    "Unlike",   "When",    "Whether", "While"};
  return in(word, words);
}

/// First words of a part of a sentence that a comma may follow.
bool introduces(const Token& token, std::string_view word) {
  static constexpr std::string_view words[] = {
      "A",         "About",     "Above",        "Across",     "After",     "Again",
      "Against",   "All",       "Also",         "Although",   "Among",     "An",
      "And",       "As",        "At",           "Because",    "Before",    "Besides",
      "Beyond",    "Both",      "But",          "By",         "Despite",   "During",
      "Each",      "Earlier",   "Even",         "Every",      "First",     "For",
      "Former",    "From",      "Given",        "He",         "Hence",     "Her",
      "Here",      "His",       "How",          "However",    "I",         "If",
      "In",        "Indeed",    "Inside",       "Instead",    "It",        "Its",
      "Last",      "Later",     "Like",         "Long",       "Many",      "Meanwhile",
      "Most",      "My",        "Nevertheless", "Next",       "No",        "Nonetheless",
      "Nor",       "Not",       "Now",          "Of",         "Often",     "On",
      "Once",      "One",       "Or",           "Other",      "Otherwise", "Our",
      "Outside",   "Over",      "Overall",      "Perhaps",    "Rather",    "Second",
      "She",       "Since",     "So",           "Some",       "Sometimes", "Soon",
      "Still",     "Such",      "That",         "The",        "Their",     "Then",
      "There",     "Therefore", "These",        "They",       "Third",     "This",
      "Those",     "Though",    "Through",      "Throughout", "Thus",      "To",
      "Today",     "Together",  "Tomorrow",     "Tonight",    "Too",       "Two",
      "Under",     "Unlike",    "Until",        "Up",         "Upon",      "We",
      "Well",      "What",      "When",         "Where",      "Whether",   "Which",
      "While",     "Who",       "With",         "Within",     "Without",   "Yes",
      "Yesterday", "Yet",       "You",          "Your"};
  return !token.is_word() || in(word, words) || word.ends_with("ly") || word.ends_with("ing") ||
         word.ends_with("ed") || is_month(word) || is_weekday(word);
}

bool is_speech_verb(std::string_view word) {
  static constexpr std::string_view words[] = {"added", "answered", "asked", "replied",
                                               "said",  "says",     "told",  "wrote"};
  return in(word, words);
}

bool ends_sentence(const Tokens& tokens, std::size_t blank) {
  std::size_t k = blank;
  // a footnote: "sister.” [6]"
  if (k >= 5 && tokens[k - 1].is(']') && tokens[k - 3].is('['))
    k -= tokens[k - 4].is_blank() ? 4 : 3;
  for (int steps = 0; steps < 3 && k > 0; ++steps) {
    const Token& t = tokens[--k];
    if (t.is('.') || t.is('!') || t.is('?'))
      return k > 0 && (tokens[k - 1].is_word() ? tokens[k - 1].shape() != WordShape::upper : true);
    if (!t.is('"') && !t.is(U'”') && !t.is(')') && !t.is(']')) return false;
  }
  return false;
}

struct Heading {
  std::size_t comma = 0, next = 0;  // next: the first token of the sentence behind it
  bool plain = true;                // no capital but the first
  bool upper = true;                // two words or more, all in capitals
  bool odd_end = false;             // "Who?,", "Note:,"
};

/// A heading from `first` up to a comma, or `comma` = 0.
Heading read_heading(const Passage& p, std::size_t first) {
  const Tokens& tokens = p.tokens;
  Heading h;
  std::size_t words = 0;
  const std::size_t end = std::min(tokens.size(), first + 40);
  for (std::size_t i = first; i + 2 < end; ++i) {
    const Token& t = tokens[i];
    if (t.is(',')) {
      if (words == 0 || !tokens[i + 1].is_blank()) return {};
      h.comma = i, h.next = i + 2;
      const Token& last = tokens[i - 1].is_blank() ? tokens[i - 2] : tokens[i - 1];
      h.odd_end = last.is('?') || last.is(':');
      h.upper &= words > 1;
      if (last.is_word() && is_speech_verb(tokens[i - 1].is_blank() ? p.of(i - 2) : p.of(i - 1)))
        return {};
      return h;
    }
    if (t.is_word()) {
      if (++words > most_words) return {};
      h.plain &= i == first || t.shape() == WordShape::lower;
      h.upper &= t.shape() == WordShape::upper;
      continue;
    }
    if (t.is_blank() ? tokens.span(i).size() > 1
                     : !(t.is(U'’') || t.is('\'') || t.is('-') || t.is('&') || t.is('?') ||
                         t.is(':') || t.is('.') || t.is_number()))
      return {};
    if (t.is('.') && !(i > 0 && tokens[i - 1].is_number())) return {};
  }
  return {};
}

bool shows_clean_up(const Passage& p) {
  if (p.text.find("[…]") != std::string_view::npos) return true;
  return p.habits.words >= 300 && p.habits.count('-') == 0;
}

}  // namespace

void rules::glued_heading::find(const Passage& passage, Edits& edits) {
  const Tokens& tokens = passage.tokens;
  const std::vector<WideBlank>& wide = passage.wide_blanks();
  std::size_t passed = 0;  // wide blanks before the token at hand
  const auto is_break = [&](std::size_t token) {
    std::size_t w = passed;
    while (w < wide.size() && wide[w].token < token) ++w;
    return w < wide.size() && wide[w].token == token && wide[w].meaning == BlankMeaning::paragraph;
  };
  const bool flat = std::any_of(wide.begin(), wide.end(), [](const WideBlank& b) {
    return b.meaning == BlankMeaning::paragraph;
  });
  if (!flat && (passage.habits.count(',') == 0 || !shows_clean_up(passage))) return;

  for (std::size_t i = 1; i + 3 < tokens.size(); ++i) {
    if (!tokens[i].is_blank() || !tokens[i + 1].is_word()) continue;
    const WordShape shape = tokens[i + 1].shape();
    if (shape != WordShape::capitalised && shape != WordShape::upper) continue;
    while (passed < wide.size() && wide[passed].token < i) ++passed;
    const bool after_break = flat && is_break(i);
    if (!after_break && !ends_sentence(tokens, i)) continue;
    const Heading h = read_heading(passage, i + 1);
    if (h.comma == 0) continue;
    const std::size_t last = tokens[h.comma - 1].is_blank() ? h.comma - 2 : h.comma - 1;
    const std::uint32_t begin = after_break ? tokens.end_of(last) : tokens.begin_of(i);
    std::string text;
    if (!after_break) {
      text = "\n\n";
      text += tokens.span(i + 1, last).of(passage.text);
    }
    if (flat && is_break(h.comma + 1) && tokens[h.next].is_word()) {
      // "Get in,  By plane": the break itself is another rule's. Before a quotation it is no
      // heading.
      edits.add({begin, tokens.end_of(h.comma)}, text, 85);
      i = h.comma;
      continue;
    }
    text += "\n\n";
    const CleanSpan span{begin, tokens.begin_of(h.next)};
    const Token& next = tokens[h.next];
    if (tokens.span(h.comma + 1).size() > 1 || !next.is_word() ||
        next.shape() != WordShape::capitalised || h.next + 2 >= tokens.size())
      continue;
    const Token& behind = tokens[h.next + 2];
    const bool sentence = tokens[h.next + 1].is_blank()
                              ? behind.shape() == WordShape::lower || behind.is_number()
                              : tokens[h.next + 1].is(U'’') || tokens[h.next + 1].is('\'');
    const std::string_view word = passage.of(h.next);
    const bool sure =
        is_never_in_title(word) || (sentence && (begins_sentences(word) || h.odd_end || h.upper));
    if (flat && sure)
      edits.add(span, text, 85);
    else if (h.plain && !introduces(tokens[i + 1], passage.of(i + 1)) && sentence &&
             !is_month(word))
      edits.suggest(span, text, 55);
    else
      continue;
    i = h.comma;
  }
}

std::string rules::glued_heading::why(const Explained&) { return {}; }

}  // namespace palimpsest
