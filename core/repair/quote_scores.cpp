// Tested by tests/core/quote_marks_test.cpp.
#include "repair/quote_scores.h"

#include <algorithm>

#include "repair/quote_spaced.h"
#include "repair/quote_words.h"

namespace palimpsest {
namespace {

// What one side says for an opening mark (against a closing one). A letter or stop touching the
// mark weighs as much as a blank on the other side.
constexpr int left_evidence(Side side) {
  switch (side) {
    case Side::edge:
      return 70;
    case Side::blank:
      return 50;
    case Side::opener:
      return 70;
    case Side::dash:
      return 15;
    case Side::symbol:
      return 5;
    case Side::word:
    case Side::number:
    case Side::dots:
      return -40;
    case Side::closer:
      return -50;
    case Side::stop:
      return -60;
  }
  return 0;
}

constexpr int right_evidence(Side side) {
  switch (side) {
    case Side::edge:
    case Side::closer:
    case Side::stop:
      return -70;
    case Side::blank:
      return -50;
    case Side::dash:
      return -15;
    case Side::dots:
    case Side::opener:
      return 10;
    case Side::symbol:
      return 20;
    case Side::word:
    case Side::number:
      return 40;
  }
  return 0;
}

bool stands_off(const QuoteContext& c) {
  const bool left = c.left == Side::blank || c.left == Side::edge;
  const bool right = c.right == Side::blank || c.right == Side::edge;
  return left && right;
}

int evidence_for_opening(std::string_view text, const Tokens& tokens, const QuoteContext& c) {
  return stands_off(c) ? spaced_evidence(text, tokens, c)
                       : left_evidence(c.left) + right_evidence(c.right);
}

QuoteScores score_double(std::string_view text, const Tokens& tokens, const QuoteMark& mark,
                         const QuoteContext& c, QuoteTrust trust) {
  const int evidence = evidence_for_opening(text, tokens, c);
  QuoteScores s{static_cast<std::int16_t>(evidence), static_cast<std::int16_t>(-evidence),
                impossible, impossible};
  if (mark.form == QuoteForm::left_double) s.opening += trust.doubles;
  if (mark.form == QuoteForm::right_double) s.closing += trust.doubles;
  if (mark.form == QuoteForm::double_backtick || mark.form == QuoteForm::double_left ||
      mark.form == QuoteForm::low_double)
    s.opening += 60;
  if (mark.form == QuoteForm::double_right) s.closing += 60;
  // 12" record, 6'2" tall
  if (c.left == Side::number && c.touches_left && c.right != Side::word && c.right != Side::number)
    s.prime = static_cast<std::int16_t>(std::max(evidence, -evidence) - 20);
  return s;
}

QuoteScores score_single(std::string_view text, const Tokens& tokens, const QuoteMark& mark,
                         const QuoteContext& c, QuoteTrust trust) {
  const int evidence = evidence_for_opening(text, tokens, c);
  int apostrophe = 0, prime = impossible;
  const auto word = [&](std::size_t token) { return tokens.of(text, token); };
  const bool before_word = c.right == Side::word || c.right == Side::number;
  const bool after_word = c.left == Side::word || c.left == Side::number;
  if (after_word && before_word) {
    apostrophe = is_clitic(word(c.right_token)) ? 150 : 40;  // “Hamlet”’s, 1990’s
  } else if (before_word) {
    // A word, or a year, that lost its beginning.
    if (c.right == Side::word) {
      const Elision e = elision_before(word(c.right_token));
      apostrophe = e == Elision::certain ? 150 : e == Elision::possible ? 60 : 10;
      if (c.touches_right && is_clitic(word(c.right_token))) apostrophe = 150;  // I 'll, U.S.'s
    } else {
      apostrophe = word(c.right_token).size() == 2 ? 140 : 10;
    }
  } else if (after_word) {
    if (c.left == Side::word) {
      const Elision e = elision_after(word(c.left_token));
      apostrophe = e == Elision::certain ? 90 : e == Elision::possible ? 88 : 50;
    } else {
      apostrophe = 30;
      if (c.touches_left) prime = 60;  // 6' tall
    }
  }
  if (stands_off(c)) {
    // A tokeniser's: more often a quotation's than a word's.
    const bool cut = c.far_left == Side::word && elision_after(word(c.left_token)) != Elision::none;
    apostrophe = cut ? 5 : -20;
  }
  QuoteScores s{static_cast<std::int16_t>(evidence), static_cast<std::int16_t>(-evidence),
                static_cast<std::int16_t>(apostrophe), static_cast<std::int16_t>(prime)};
  if (mark.form == QuoteForm::low_single) s.opening += 60;
  if (mark.form == QuoteForm::left_single) s.opening += trust.opening_singles;
  if (mark.form == QuoteForm::right_single) {
    s.closing += trust.closing_singles;
    s.apostrophe += trust.closing_singles;
  }
  return s;
}

}  // namespace

QuoteScores score(std::string_view text, const Tokens& tokens, const QuoteMark& mark,
                  const QuoteContext& context, QuoteTrust trust) {
  return is_double(mark.form) ? score_double(text, tokens, mark, context, trust)
                              : score_single(text, tokens, mark, context, trust);
}

}  // namespace palimpsest
