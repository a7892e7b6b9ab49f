// Takes away the second of two equal function words: "after the the vote" becomes "after the vote".
// Leaves alone what English says twice ("had had", "that that", "very very"), names ("Boutros
// Boutros-Ghali"), words with a mark between them ("no, no"), and, but for a suggestion,
// transcripts of speech, where people stumble.
#include <algorithm>

#include "repair/blank_survey.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

/// Words that can stand twice only by a slip; "in", "on", "is", "had", "that", "her" can stand
/// twice.
bool is_never_doubled(std::string_view word) {
  static constexpr auto words = word_set("a", "an", "and", "every", "from", "its", "my", "of", "or",
                                         "our", "the", "their", "your");
  return words.contains(word);
}
bool is_rarely_doubled(std::string_view word) {
  static constexpr auto words =
      word_set("as", "at", "be", "been", "but", "for", "has", "his", "than", "they", "this", "to",
               "was", "we", "were", "will", "with");
  return words.contains(word);
}

bool begins_sentence(const Tokens& tokens, std::size_t i) {
  if (i > 0 && is_quote(tokens[i - 1])) --i;
  if (i == 0 || tokens[i - 1].is_line_break()) return true;
  if (!tokens[i - 1].is_blank()) return false;
  std::size_t k = i - 1;
  while (k > 0 && is_quote(tokens[k - 1])) --k;
  return k == 0 || tokens[k - 1].is('.') || tokens[k - 1].is('!') || tokens[k - 1].is('?') ||
         tokens[k - 1].is_line_break();
}

/// "uh", "um", or a dash near by, where words break off: somebody speaks.
bool is_speech(const Passage& p, std::size_t at) {
  const Tokens& tokens = p.tokens;
  constexpr std::size_t reach = 40;
  const std::size_t first = at > reach ? at - reach : 0;
  const std::size_t end = std::min(tokens.size(), at + reach);
  for (std::size_t i = first; i < end; ++i) {
    if (tokens[i].is(U'—') || tokens[i].is(U'–')) return true;
    if (tokens[i].is('-') && i + 1 < end && tokens[i + 1].is('-')) return true;
    if (!tokens[i].is_word()) continue;
    const std::string_view word = p.of(i);
    if (word == "uh" || word == "um" || word == "Uh" || word == "Um" || word == "er" ||
        word == "mhm")
      return true;
  }
  return false;
}

}  // namespace

void rules::doubled_word::find(const Passage& passage, Edits& edits) {
  const Tokens& tokens = passage.tokens;
  for (std::size_t i = 2; i < tokens.size(); ++i) {
    const Token& second = tokens[i];
    if (second.shape() != WordShape::lower || !tokens[i - 1].is_blank()) continue;
    const Token& first = tokens[i - 2];
    if (!first.is_word() || (first.code | 0x20) != second.code) continue;
    const std::string_view word = passage.of(i);
    const std::string_view before = passage.of(i - 2);
    if (before.size() != word.size() || before.substr(1) != word.substr(1)) continue;
    const bool never = is_never_doubled(word);
    if (!never && !is_rarely_doubled(word)) continue;
    if (i + 1 < tokens.size() && (tokens[i + 1].is('-') || tokens[i + 1].is('\'') ||
                                  tokens[i + 1].is(U'’') || tokens[i + 1].is('.')))
      continue;  // "a a.m. train", "to to-day"
    if (i >= 3 && (tokens[i - 3].is('-') || tokens[i - 3].is('\'') || tokens[i - 3].is(U'’') ||
                   tokens[i - 3].is('.')))
      continue;
    // "From from" names two things, but for a sentence's begin.
    if (before[0] != word[0] && !begins_sentence(tokens, i - 2)) continue;
    // The words themselves are meant: `the the`.
    if (i >= 3 && i + 1 < tokens.size() && is_quote(tokens[i - 3]) && is_quote(tokens[i + 1]))
      continue;
    // Thrice is meant.
    if ((i >= 4 && tokens[i - 3].is_blank() && passage.of(i - 4) == word) ||
        (i + 2 < tokens.size() && tokens[i + 1].is_blank() && passage.of(i + 2) == word))
      continue;
    const CleanSpan span = tokens.span(i - 1, i);
    if (never && !is_speech(passage, i))
      edits.add(span, "", 92);
    else
      edits.suggest(span, "", 60);
  }
}

std::string rules::doubled_word::why(const Explained& change) {
  std::string why = "“";
  why += change.before.substr(1);
  why += "” stands here twice in a row.";
  return why;
}

}  // namespace palimpsest
