// The text as the sieves read it: its words and marks without the blanks, each with the mention,
// the stretch and the cue that it belongs to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "quote/cue.h"
#include "quote/quote.h"
#include "quote/stretch.h"
#include "quote/word_role.h"

namespace palimpsest {

/// A token that is no blank. `Words` count these, not tokens.
struct QuoteWord {
  CleanSpan span;
  std::uint32_t mention = no_index;  // of somebody or something that can speak; the outermost
  std::uint32_t stretch = no_index;  // the outermost stretch that holds it, its marks included
  char32_t code = 0;                 // its first code point
  CueWord cue;                       // none inside a stretch that lies inside another
  WordRole kind = WordRole::open;
  TokenKind token = TokenKind::other;
  bool capital = false;    // a word that begins with a capital
  bool sentence = false;   // begins a sentence
  bool paragraph = false;  // begins a paragraph
  bool role = false;       // lies in a mention of an office or title
  bool dated = false;      // lies in a mention of a date or time
  bool glued = false;      // no blank before it

  bool is_word() const { return token == TokenKind::word; }
  bool is(char32_t mark) const { return token == TokenKind::mark && code == mark; }
};

using WordRange = Span<struct Words>;

struct QuoteReading {
  const QuoteText& text;
  std::vector<QuotedStretch> stretches;
  std::vector<QuoteWord> words;
  std::vector<WordRange> stretch_words;  // per stretch, with its marks
  std::vector<WordRange> mention_words;  // per mention

  std::string_view of(std::uint32_t word) const { return words[word].span.of(text.text); }
  /// The word in small letters, without a copy where it has none but those.
  bool is(std::uint32_t word, std::string_view lower) const;
  CleanSpan span(WordRange range) const {
    return {words[range.begin].span.begin, words[range.end - 1].span.end};
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(words.size()); }
  bool is_comma(std::uint32_t i) const { return i < size() && words[i].is(','); }
  bool is_dash(std::uint32_t i) const {
    return i < size() &&
           (words[i].is(U'—') || words[i].is(U'–') || words[i].is('-') || words[i].is(U'―'));
  }
  /// A verb that says who speaks, not the noun that looks like it: "he reports", "two reports".
  bool is_cue(std::uint32_t i) const;
};

/// O(n).
QuoteReading read_words(const QuoteText& text);

/// True for a mention that can stand for a speaker.
bool can_speak(const Mention& mention);

}  // namespace palimpsest
