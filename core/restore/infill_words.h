// A text as the infill model reads it: words in the case that they have inside a sentence, clitics
// and marks on their own, numbers and names that the model does not know as classes.
//
//     "The senators don't," U.S. Sen. Akaka said in 2006.
//     " | the | senators | do | n't | , | " | U.S. | Sen. | <person> | said | in | <year> | .
//
// These are the tokens that coreference tools count in (those of spaCy, but for numbers), so that a
// lost token is one of these words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/lexicon.h"
#include "model/symbols.h"
#include "token/token.h"

namespace palimpsest {

/// A piece of a text before it has a number.
struct InfillUnit {
  enum Kind : std::uint8_t { word, mark, paragraph, number, ordinal, year, initial };
  std::uint32_t begin = 0, end = 0;  // bytes
  Kind kind = word;
  bool opens = false;  // the first word of a sentence: its capital says nothing
  WordShape shape = WordShape::none;
  std::string form;  // as written, quotes and dashes folded
};

struct InfillWord {
  std::uint32_t begin = 0, end = 0;  // bytes; empty for a paragraph break that is mere blanks
  std::uint16_t id = 0;
  bool opens = false;
  bool quoted = false;  // behind an odd number of double quotes in its paragraph
};

std::vector<InfillUnit> infill_units(std::string_view text, const Tokens& tokens);

/// The words that the model knows, by number: the most frequent first. Behind them come classes of
/// words that it does not know.
class InfillVocabulary {
 public:
  /// Numbers that are no words.
  enum Special : std::uint16_t {
    edge,  // before and behind the text
    paragraph,
    year,
    number1,
    number2,
    number3,
    number_long,
    decimal,
    ordinal,
    initial,
    other_mark,
    lost,  // what stands there was written over the text
    special_count
  };
  static constexpr std::uint16_t word_classes = 513;  // those of Lexicon::word_class; 0: none
  enum Shape : std::uint16_t {
    ing,
    ed,
    ly,
    s,
    noun_ending,
    adjective,
    agent,
    plain,
    person,
    place,
    demonym,
    name,
    capitals,
    shapes_end
  };

  InfillVocabulary() = default;
  InfillVocabulary(std::vector<std::string> words, std::uint16_t guessed);

  std::uint16_t id(const InfillUnit& unit, const Lexicon& lexicon) const;
  std::vector<InfillWord> read(std::string_view text, const Tokens& tokens,
                               const Lexicon& lexicon) const;

  std::uint16_t word_count() const { return static_cast<std::uint16_t>(words_.size()); }
  std::uint16_t id_count() const {
    return static_cast<std::uint16_t>(special_count + words_.size() + word_classes + shapes_end);
  }
  std::uint16_t first_class() const {
    return static_cast<std::uint16_t>(special_count + words_.size());
  }
  /// Outputs of the net: the numbers below `guessed`, then classes that all other words fall into.
  std::uint16_t output_count() const { return static_cast<std::uint16_t>(guessed_ + shapes_end); }
  std::uint16_t guessed() const { return guessed_; }
  std::uint16_t output(std::uint16_t word) const { return outputs_[word]; }
  std::uint16_t output(const InfillUnit& unit, const Lexicon& lexicon) const;
  /// What each number is predicted as; once, as it asks the lexicon for every word.
  void set_outputs(const Lexicon& lexicon);
  std::string_view text(std::uint16_t word) const;
  const std::vector<std::string>& words() const { return words_; }
  /// The number of a word in just this form; 0 if there is none.
  std::uint16_t find(std::string_view form) const;

 private:
  std::uint16_t unknown(std::string_view form, WordShape shape, const Lexicon& lexicon) const;
  std::vector<std::string> words_;
  std::uint16_t guessed_ = 0;
  std::unordered_map<std::string_view, std::uint16_t> ids_;
  std::vector<std::uint16_t> outputs_;
};

}  // namespace palimpsest
