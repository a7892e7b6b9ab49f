// Which words stood where something else stands now: a net that looks at the words on both sides
// says how likely each word is (infill_net.h).
//
//     "Lavrov [Trump] it went well": said .61, told .08, thinks .04
//
// Knows about 16,000 words of press releases; what it does not know is not guessed. Whole numbers
// only: the same answers on every machine. Log-probabilities count 1/1024 of the natural logarithm.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "restore/infill_echo.h"
#include "restore/infill_grams.h"
#include "restore/infill_net.h"
#include "restore/infill_pronouns.h"
#include "restore/infill_words.h"

namespace palimpsest {

/// A text as the model reads it. Without views; spans are bytes of the text that it was read from.
struct InfillText {
  std::vector<InfillWord> words;
  PronounCounts pronouns{};  // in the whole text
  std::vector<bool> has;     // by number: whether the text has that word

  /// The words that share a byte with the span: the first, and the one behind the last. A span that
  /// touches none gives an empty range.
  std::pair<std::size_t, std::size_t> words_at(CleanSpan span) const;
  /// Each span that was written over the text becomes one word that says nothing of itself, so that
  /// the words beside it are not judged by it. Spans in order, apart from each other.
  void mark_lost(std::span<const CleanSpan> spans);
};

struct InfillGuess {
  std::string text;          // empty for the end of a paragraph
  std::int32_t log = 0;      // of its probability
  std::uint8_t percent = 0;  // how often such a guess is right
};

/// A look at words [first, last) of a text: how likely each output of the net is there. About 50
/// µs; everything else is asked of it.
struct InfillLook {
  std::size_t first = 0, last = 0;
  std::vector<std::int32_t> logs;
  bool opens = false, quoted = false;  // begins a sentence, is part of a quotation
};

/// How well a slot of one word is filled by what stands there.
struct InfillFit {
  std::int32_t name = 0;      // log-probability that a name of any kind stands there
  std::int32_t pronoun = 0;   // … that a personal pronoun does
  std::int32_t fitting = 0;   // … that one does that may stand for the referent
  std::int32_t standing = 0;  // … that the last word that stands there does, or one of its class
  std::int32_t best = 0;      // … of the most likely word
};

class Infill {
 public:
  static constexpr std::string_view section = "infill";
  static std::optional<Infill> read(std::string_view bytes);

  InfillText read_text(std::string_view text, const Tokens& tokens, const Lexicon& lexicon) const;

  InfillLook look(const InfillText& text, std::size_t first, std::size_t last) const;

  /// How well what stands there fits, taken as one word.
  InfillFit fit(const InfillText& text, const InfillLook& look, InfillReferent referent = {}) const;

  /// What stood there: `count` words (1 to 3), best first, at most `most`, capitalised where a
  /// sentence begins.
  std::vector<InfillGuess> words(const InfillText& text, const InfillLook& look, unsigned count,
                                 std::size_t most) const;

  /// Which pronoun stood there, of those that can stand for the referent.
  std::vector<InfillGuess> pronouns(const InfillText& text, const InfillLook& look,
                                    InfillReferent referent, std::size_t most,
                                    const PronounUses& uses = {}) const;
  /// The logarithms of pronoun_forms() there.
  std::vector<std::int32_t> pronoun_logs(const InfillLook& look) const;

  const InfillVocabulary& vocabulary() const { return vocabulary_; }

 private:
  struct Likely {
    std::uint16_t word = 0;
    std::int32_t log = 0;
  };
  /// The likeliest words by the scores of all outputs and by what the text has elsewhere. No name
  /// that it has not: that would be one of the texts that the model was learnt from.
  std::vector<Likely> likely(const InfillText& text, std::span<const std::int32_t> logs,
                             std::span<const InfillEcho> echoes, std::size_t most) const;
  /// Log-probability of every output for a word between others, nearest first.
  std::vector<std::int32_t> logs(std::span<const std::uint16_t> left,
                                 std::span<const std::uint16_t> right) const;

  enum Kind : std::uint8_t { neither, name_kind, pronoun_kind };

  InfillVocabulary vocabulary_;
  InfillNet net_;
  InfillGrams grams_;
  std::vector<std::uint8_t> kinds_;  // of each output: name, pronoun, neither
  std::vector<std::uint8_t> forms_;  // which of pronoun_forms() each output is
};

/// The part of a model file.
std::string write_infill(const InfillVocabulary& vocabulary, const InfillNetContents& net,
                         const std::vector<GramEntry>& grams, std::int32_t gram_step);

}  // namespace palimpsest
