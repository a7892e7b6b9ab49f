// A text as the tool saw it that wrote over its words: a list of cells, each a word with what is
// glued to it, a mark, or a run of several blanks. Distances between a mention and the words that
// were lost are counted in cells.
//
//     In | Trump | new | year | ’s | message | , | Trump | congratulated | ...
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/words.h"
#include "model/lexicon.h"
#include "text/offset_map.h"
#include "token/token.h"

namespace palimpsest {

/// Whom a pronoun may stand for.
enum class PronounFor : std::uint8_t { none, male, female, thing, several, speaker, reader };

/// What is known of one spelling, once for all its uses in the text.
struct CellWord {
  std::string text, lower;
  std::uint32_t id = 0;          // hash of `lower`
  std::uint16_t word_class = 0;  // of the lexicon
  std::uint8_t category = 0;     // part of speech as far as the letters tell; below 40
  WordClass role = WordClass::none;
  PronounFor pronoun = PronounFor::none;
  bool possessive = false;  // of a pronoun
  bool capital = false;
  bool word = false;    // begins with a letter
  bool clitic = false;  // ’s
};

struct Cell {
  std::uint32_t first = 0, last = 0;  // tokens of the clean text
  std::uint32_t word = 0;             // index into Cells::words
  bool blank = false;                 // a run of blanks or a line end, or the gap mark for one
  bool glued = false;                 // no blank before it in the source
  bool starts = false;                // begins a sentence or a paragraph
};

struct Cells {
  std::vector<CellWord> words;  // distinct
  std::vector<Cell> cells;
  bool tokenised = false;  // the source has blanks before its commas and stops

  std::size_t size() const { return cells.size(); }
  const Cell& operator[](std::size_t i) const { return cells[i]; }
  const CellWord& word(std::size_t i) const { return words[cells[i].word]; }
};

/// `map` leads from the source to the clean text. O(n).
Cells read_cells(std::string_view source, const OffsetMap& map, std::string_view text,
                 const Tokens& tokens, std::span<const CleanSpan> sentences,
                 const Lexicon* lexicon);

}  // namespace palimpsest
