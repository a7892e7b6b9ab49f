// Tested by tests/core/quote_marks_test.cpp.
#include <algorithm>
#include <array>
#include <iterator>

#include "repair/quote_words.h"
#include "repair/word_set.h"
#include "text/unicode.h"
#include "text/utf8.h"
#include "token/token.h"

namespace palimpsest {
namespace {

// How many words are looked at: the first ones tell.
constexpr std::uint32_t sample = 400;

// The commonest words of English that no other language below has.
constexpr std::string_view english[] = {
    "about",  "after", "and",   "are",    "asked", "back",  "because", "been",  "before",
    "being",  "but",   "could", "couldn", "didn",  "doesn", "don",     "down",  "first",
    "from",   "had",   "has",   "have",   "her",   "his",   "how",     "into",  "isn",
    "its",    "just",  "ll",    "mr",     "mrs",   "much",  "my",      "never", "new",
    "not",    "now",   "of",    "off",    "only",  "other", "our",     "out",   "over",
    "people", "said",  "says",  "she",    "than",  "that",  "the",     "their", "them",
    "then",   "there", "these", "they",   "this",  "those", "through", "to",    "up",
    "ve",     "wasn",  "were",  "what",   "when",  "where", "which",   "while", "who",
    "will",   "with",  "would", "wouldn", "year",  "years", "yes",     "you",   "your"};

// The commonest words of languages that set other marks, less those that English has too: Danish,
// Norwegian, Swedish, Finnish, German, Dutch, French, Italian, Spanish, Portuguese, Polish, Czech,
// Hungarian, Romanian, Turkish, Croatian, Lithuanian, Estonian.
constexpr auto foreign = word_set(
    "aan", "aber", "af", "agus", "ale", "alle", "atque", "att", "auch", "auf", "av", "az", "bij",
    "bir", "bu", "byl", "che", "con", "cu", "da", "das", "dat", "de", "dei", "del", "della", "dem",
    "den", "der", "des", "det", "di", "dijo", "din", "dit", "du", "ei", "ein", "eine", "einen",
    "el", "en", "er", "es", "est", "et", "ett", "fra", "gli", "hade", "han", "har", "het", "hij",
    "hogy", "hon", "hun", "ich", "ik", "ikke", "il", "ile", "ir", "ist", "ja", "jag", "jako", "je",
    "jeg", "jest", "kad", "kai", "kas", "kein", "kun", "la", "las", "le", "les", "lo", "los", "med",
    "mig", "mit", "mot", "nach", "ne", "nein", "nem", "nicht", "nie", "niet", "non", "och", "og",
    "oli", "om", "os", "ou", "para", "pas", "per", "pes", "por", "que", "qui", "sa", "sagte",
    "sanoi", "se", "sei", "sich", "sie", "sig", "sind", "skal", "som", "sono", "su", "sur",
    "szerint", "til", "uit", "um", "un", "una", "und", "une", "uno", "van", "var", "ved", "vi",
    "voor", "vous", "wie", "wij", "wir", "yang", "yhden", "za", "zij", "zu", "zum", "zur");

template <std::size_t N>
bool holds(const std::string_view (&list)[N], std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

}  // namespace

QuoteLanguage quote_language(std::string_view text, const Tokens& tokens) {
  std::uint32_t words = 0, ours = 0, theirs = 0;
  for (std::size_t i = 0; i < tokens.size() && words < sample; ++i) {
    if (!tokens[i].is_word()) continue;
    ++words;
    const std::string_view word = tokens.of(text, i);
    std::array<char, 8> letters{};
    bool ascii = true, nordic = false;
    std::size_t size = 0;
    for (const char c : word) {
      if (static_cast<unsigned char>(c) >= 128) ascii = false;
      // The second byte of å ä æ ö ø and their capitals.
      nordic |= c == '\xA5' || c == '\xA4' || c == '\xA6' || c == '\xB6' || c == '\xB8' ||
                c == '\x85' || c == '\x84' || c == '\x86' || c == '\x96' || c == '\x98';
      if (size < letters.size())
        letters[size] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      ++size;
    }
    if (!ascii) {
      theirs += nordic ? 2 : 1;
    } else if (size <= letters.size()) {
      const std::string_view small(letters.data(), size);
      if (holds(english, small))
        ++ours;
      else if (foreign.contains(small))
        ++theirs;
    }
  }
  if (theirs >= 3 && theirs > ours) return QuoteLanguage::other;
  return ours >= 2 && ours >= 4 * theirs ? QuoteLanguage::english : QuoteLanguage::unknown;
}

}  // namespace palimpsest
