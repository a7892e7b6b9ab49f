#include "repair/language.h"

#include <algorithm>

#include "repair/word_set.h"

namespace palimpsest {
namespace {

// The articles, prepositions, conjunctions and forms of "to be" of each language that no other of
// these languages shares, three to five letters at most.
constexpr auto english =
    word_set("the", "and", "of", "to", "that", "with", "from", "this", "were", "been", "are", "by",
             "for", "at", "is", "it", "you", "would", "has", "have", "which", "as", "or", "be");
constexpr auto french =
    word_set("le", "les", "des", "est", "et", "une", "du", "dans", "pour", "pas", "qui", "sont",
             "aux", "sur", "avec", "nous", "vous", "il", "elle", "ce", "cette", "mais", "ont");
constexpr auto other =
    word_set("der", "die", "das", "und", "ist", "den", "dem", "auf", "von", "mit", "nicht", "ein",
             "eine", "el", "los", "las", "del", "por", "con", "una", "che", "per", "non", "della",
             "het", "een", "van", "dat", "och", "att", "som", "av", "og", "det", "og", "har", "em",
             "um", "uma", "dos", "na", "nie", "jest", "się", "je", "se", "v", "и", "в", "не", "на");

}  // namespace

LanguageCounts count_languages(std::string_view text, const Tokens& tokens) {
  LanguageCounts counts;
  constexpr std::size_t sample = 8192;  // tokens
  for (std::size_t i = 0; i < std::min(sample, tokens.size()); ++i) {
    if (tokens[i].is(U'«') || tokens[i].is(U'»')) ++counts.french;
    if (!tokens[i].is_word() || tokens.span(i).size() > 5) continue;
    const LowerWord word(tokens.of(text, i));
    counts.english += english.contains(word);
    counts.french += french.contains(word);
    counts.other += other.contains(word);
  }
  return counts;
}

}  // namespace palimpsest
