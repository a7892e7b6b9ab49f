// Tested by tests/core/quote_marks_test.cpp.
#include "repair/quote_scores.h"

#include <algorithm>

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

bool is_small(const Token& token) { return token.is_word() && token.shape() == WordShape::lower; }

/// For a mark with blanks on both sides: what stands beyond them.
int spaced_evidence(std::string_view text, const Tokens& tokens, const QuoteContext& c) {
  int evidence = 0;
  switch (c.far_right) {
    case Side::stop:
    case Side::closer:
      evidence -= 60;
      break;
    case Side::dash:
      evidence -= 10;
      break;
    default:
      break;
  }
  if (c.far_left == Side::opener) evidence += 60;
  if (c.left_token == no_token || c.right_token == no_token) return evidence;
  const Token& before = tokens[c.left_token];
  const Token& after = tokens[c.right_token];
  const bool says = is_speech_verb(tokens.of(text, c.right_token));
  if (before.is(':'))
    evidence += 40;
  else if (before.is(','))
    evidence += says ? -40 : is_small(after) ? -25 : 15;
  else if (before.is('.') || before.is('!') || before.is('?'))
    evidence += is_small(after) ? -40 : -5;
  else if (c.far_left == Side::word)
    evidence += 5;
  return evidence;
}

QuoteScores score_double(std::string_view text, const Tokens& tokens, const QuoteMark& mark,
                         const QuoteContext& c, QuoteTrust trust) {
  int evidence = left_evidence(c.left) + right_evidence(c.right);
  const bool spaced_left = c.left == Side::blank || c.left == Side::edge;
  const bool spaced_right = c.right == Side::blank || c.right == Side::edge;
  if (spaced_left && spaced_right) evidence += spaced_evidence(text, tokens, c);
  QuoteScores s{static_cast<std::int16_t>(evidence), static_cast<std::int16_t>(-evidence),
                impossible, impossible};
  if (mark.form == QuoteForm::left_double) s.opening += trust.doubles;
  if (mark.form == QuoteForm::right_double) s.closing += trust.doubles;
  if (mark.form == QuoteForm::double_backtick) s.opening += 60;
  // 12" record, 6'2" tall
  if (c.left == Side::number && c.touches_left && c.right != Side::word && c.right != Side::number)
    s.prime = static_cast<std::int16_t>(std::max(evidence, -evidence) - 20);
  return s;
}

QuoteScores score_single(std::string_view text, const Tokens& tokens, const QuoteMark& mark,
                         const QuoteContext& c, QuoteTrust trust) {
  int evidence = left_evidence(c.left) + right_evidence(c.right);
  const bool spaced_left = c.left == Side::blank || c.left == Side::edge;
  const bool spaced_right = c.right == Side::blank || c.right == Side::edge;
  if (spaced_left && spaced_right) evidence += spaced_evidence(text, tokens, c);
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
      if (c.touches_left && is_clitic(word(c.right_token)) && !spaced_left) apostrophe = 150;
    } else {
      apostrophe = word(c.right_token).size() == 2 ? 140 : 10;
    }
  } else if (after_word) {
    if (c.left == Side::word) {
      const Elision e = elision_after(word(c.left_token));
      apostrophe = e == Elision::certain ? 80 : e == Elision::possible ? 75 : 50;
    } else {
      apostrophe = 30;
      if (c.touches_left) prime = 60;  // 6' tall
    }
  }
  QuoteScores s{static_cast<std::int16_t>(evidence), static_cast<std::int16_t>(-evidence),
                static_cast<std::int16_t>(apostrophe), static_cast<std::int16_t>(prime)};
  if (mark.form == QuoteForm::left_single) s.opening += trust.singles;
  if (mark.form == QuoteForm::right_single) {
    s.closing += trust.singles;
    s.apostrophe += trust.singles;
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
