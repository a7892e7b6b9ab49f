// What each quotation mark and apostrophe of a text is, whatever it looks like: an opening mark, a
// closing one, an apostrophe, a prime. Read once for all rows of the stage `quotes`, and open to
// later steps.
//
//     "I said 'go' in the '90s," he said.        6'2" tall
//     ^      ^  ^         ^    ^                  ^ ^
//     opens  opens closes apostrophe closes       primes
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "token/token.h"

namespace palimpsest {

enum class QuoteRole : std::uint8_t {
  opening,
  closing,
  apostrophe,
  prime,  // feet and inches, minutes and seconds
  kept    // a letter (Hawai‘i), or a mark of another language: left as it is
};

/// What the mark looks like.
enum class QuoteForm : std::uint8_t {
  straight_double,    // "
  left_double,        // “
  right_double,       // ”
  low_double,         // „
  double_backtick,    // ``
  double_apostrophe,  // ''
  double_left,        // ‘‘
  double_right,       // ’’
  straight_single,    // '
  left_single,        // ‘
  right_single,       // ’
  low_single,         // ‚
  backtick,           // `
  acute               // ´
};
inline bool is_double(QuoteForm form) { return form < QuoteForm::straight_single; }

/// Eight bytes: a novel has a mark per fifty characters.
struct QuoteMark {
  std::uint32_t token;  // its first token; `` and '' take two, ‘‘ and ’’ as well
  QuoteForm form;
  QuoteRole role = QuoteRole::kept;
  std::uint8_t certainty = 0;  // per cent
  bool starts_paragraph : 1 = false;
  bool skips_paragraph : 1 = false;  // a paragraph without marks lies before
  bool unmatched : 1 = false;        // opens what nothing closes, or the other way round
  bool runs_on : 1 = false;          // unmatched, but the next paragraph opens anew
  bool takes_before : 1 = false;     // the blank before it, or behind it, goes with it
  bool takes_behind : 1 = false;
  bool paired : 1 = false;  // decided by the other marks, not by what stands beside it

  std::uint32_t size() const {  // in tokens
    return form >= QuoteForm::double_backtick && form <= QuoteForm::double_right ? 2 : 1;
  }
};

static_assert(sizeof(QuoteMark) == 8);

/// All marks in order. Empty where the text has none, or is written in a language whose quotation
/// marks are not those of English (Swedish ”hej”, German „ja“). O(tokens).
std::vector<QuoteMark> find_quote_marks(std::string_view text, const Tokens& tokens);

}  // namespace palimpsest
