// A clean text as a coreference tool's list of words, and the list as a text again. The style of a
// tool says how it cuts words, what it does to blanks and quotes, and how much it writes over.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "train/restore/damage.h"

namespace palimpsest::train {

struct ToolStyle {
  bool shrinking = true;      // the list that shrinks, or drift
  bool hyphens_part = false;  // the tokeniser cuts hyphenated words
  bool blanks_count = true;   // a paragraph's end is a cell
  bool tokenised = true;      // blanks between all words
  int paragraphs = 0;         // 0 blanks, 1 line ends, 2 lost
  bool hyphens_lost = false;  // hyphenated words were dropped
  int quotes = 0;             // 0 as they are, 1 straight
  bool mojibake = false;
  double pronouns = 0.77, names = 0.5, nominals = 0.13, long_names = 0.13;
  double wrong_chain = 0.1, wrong_mention = 0.03, odd_main = 0.03, possessive = 0;
  double chain_kept = 0.9;
};

ToolStyle random_style(Random& random);

struct Word {
  std::uint32_t begin = 0, end = 0;  // bytes of the clean text
  bool blank = false;                // a paragraph's end or a run of blanks
};

/// Openers, closers and clitics are words of their own; so are the parts of a hyphenated word where
/// the style says so.
std::vector<Word> cut_words(std::string_view text, const ToolStyle& style);

/// A cell of the tool's list.
struct Item {
  std::string text;
  std::vector<std::uint32_t> words;  // that stand there, or that were lost
  std::int64_t place = -1;           // index into places
  std::string behind;                // what follows in the clean text
};

std::vector<Item> items_of(std::string_view text, const std::vector<Word>& words,
                           const ToolStyle& style);

/// The list as a text, with the bytes where each of `places` ended up.
Damaged print(const std::vector<Item>& list, std::vector<WrittenOver> places,
              const ToolStyle& style);

inline bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace palimpsest::train
