// Tested through the finders: tests/cases/entity/law.json.
#include "entity/capital_run.h"

namespace palimpsest {
namespace {

constexpr std::size_t longest_run = 10;  // words; titles of laws rarely have more
// No "for", "in", "to": "the European Parliament for the Green Accord" are two names.
constexpr auto links = word_set("and", "of");
constexpr auto openings =
    word_set("a", "an", "and", "at", "but", "by", "for", "from", "he", "her", "his", "i", "if",
             "in", "it", "its", "my", "of", "on", "our", "she", "that", "the", "their", "they",
             "this", "to", "under", "we", "when", "with");

}  // namespace

CleanSpan capital_run_ending_at(const NamedText& text, std::size_t last) {
  const Tokens& tokens = text.tokens;
  std::size_t first = last, at = last, below = no_token;
  for (std::size_t words = 1; words < longest_run; ++words) {
    std::size_t before = at >= 2 && tokens[at - 1].is('-') && tokens[at - 2].is_word()
                             ? at - 2
                             : word_before(tokens, at);
    if (before == no_token) break;
    const LowerWord lower(text.of(before));
    if (has_capital(tokens[before]) && !openings.contains(lower)) {
      at = first = before;
    } else if (links.contains(lower) && tokens[before].shape() == WordShape::lower) {
      at = before;  // kept only if a capital stands before it
    } else {
      below = before;
      break;
    }
  }
  if (below == no_token && first == at) return {};  // from the begin of the line or the sentence
  return tokens.span(first, last);
}

}  // namespace palimpsest
