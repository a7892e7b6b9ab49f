// What the tagger looks at: for each unit of a text a list of features, each a number that the
// weights know or do not know. Training and use read the same lists.
//
// After Ratinov and Roth 2009 (context, shapes, lists, classes of words, how the word is used
// elsewhere in the text) and Zhang and Johnson 2003 (what surrounds a run of capitalised words).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entity/document_words.h"
#include "entity/tagger_units.h"
#include "entity/tagger_words.h"
#include "model/lexicon.h"
#include "text/span.h"
#include "token/token.h"

namespace palimpsest {

/// A template in the top eight bits, the key of the weights below.
using Feature = std::uint32_t;

/// What is asked; the first five rows once for each of the five places from two before the unit to
/// two behind it (so they take five numbers each).
enum class Template : std::uint8_t {
  lower = 0,
  word_class = 5,
  shape = 10,
  facts = 15,
  roles = 20,
  surface = 25,
  prefix,
  suffix,
  suffix_beside,
  shapes,
  words,
  word_and_shape,
  classes,
  start,
  glue,
  run_edge,   // the words on both sides of a run of capitals
  run_shape,  // its length and the unit's place in it
  run_word,   // its first and last words
  phrase,
  document_case,
  document_use,
  document_beside,
  agreement,  // second_look.h
};

/// A text as the tagger reads it.
struct NameText {
  Units units;
  std::vector<Word> words;                        // distinct
  std::vector<std::uint32_t> word_of;             // of each unit
  std::vector<std::uint32_t> run_begin, run_end;  // run of capitalised units around each; or empty
  std::vector<std::uint16_t> phrase;  // 0, or place in the phrase (1 to 3) and its facts
  std::vector<std::uint8_t> first;    // 1: no word before it in its chain
  DocumentWords document;

  const Word& word(std::size_t unit) const { return words[word_of[unit]]; }
};

NameText read_name_text(std::string_view text, const Tokens& tokens,
                        std::span<const CleanSpan> sentences, const Lexicon& lexicon);

/// Appends one feature: a template and up to three numbers that it asks for.
void add_feature(std::vector<Feature>& features, Template t, std::uint64_t a, std::uint64_t b = 0,
                 std::uint64_t c = 0);

/// Features of the unit `offset` places (-2 to 2) from a word, that hang on that word alone.
void word_features(const Word& word, int offset, std::vector<Feature>& features);

/// All others of unit `i`, which lies in the chain from `begin` to `end`.
void context_features(const NameText& text, std::size_t begin, std::size_t end, std::size_t i,
                      std::vector<Feature>& features);

/// The word that stands for what is behind the edges of a chain.
const Word& edge_word();

}  // namespace palimpsest
