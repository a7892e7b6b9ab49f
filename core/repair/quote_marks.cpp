// Tested by tests/core/quote_marks_test.cpp.
#include "repair/quote_marks.h"

#include <algorithm>
#include <span>

#include "repair/quote_blanks.h"
#include "repair/quote_pairing.h"
#include "repair/quote_scan.h"
#include "repair/quote_words.h"

namespace palimpsest {
namespace {

/// Decides the marks whose neighbours leave no choice: the apostrophe in don't, the prime in 6'2".
bool decide_alone(std::string_view text, const Tokens& tokens, QuoteMark& mark) {
  if (is_double(mark.form) || mark.token == 0 || mark.token + 1 >= tokens.size()) return false;
  const Token& before = tokens[mark.token - 1];
  const Token& after = tokens[mark.token + 1];
  const bool word_after = after.is_word();
  if (before.is_word() && (word_after || after.is_number())) {
    const bool wrong_way = mark.form == QuoteForm::left_single || mark.form == QuoteForm::backtick;
    const std::string_view left = tokens.of(text, mark.token - 1);
    // A letter of its own, as in Hawai‘i, unless English or French joins words so: don‘t, ma‘am,
    // o‘clock, l‘eau.
    const std::string_view right = tokens.of(text, mark.token + 1);
    const bool letter = wrong_way && left.size() > 1 && !is_clitic(right) && right != "am";
    mark.role = letter ? QuoteRole::kept : QuoteRole::apostrophe;
    mark.certainty = 99;
    return true;
  }
  if (before.is_number() && (word_after || after.is_number())) {
    const bool plural = word_after && is_clitic(tokens.of(text, mark.token + 1));
    mark.role = plural ? QuoteRole::apostrophe : QuoteRole::prime;
    mark.certainty = 99;
    return true;
  }
  return false;
}

bool is_decided(const QuoteMark& mark) { return mark.certainty > 0; }

/// True for a mark whose likes are another language's or code; with its partner it is kept.
bool is_foreign(const Tokens& tokens, const QuoteMark& mark, bool low_opens) {
  switch (mark.form) {
    case QuoteForm::low_double:
    case QuoteForm::low_single:
      return !low_opens;
    case QuoteForm::backtick:
      return true;
    case QuoteForm::straight_double:  // class="lead"
      return mark.token > 0 && tokens[mark.token - std::size_t{1}].is('=');
    default:
      return false;
  }
}

bool are_partners(QuoteForm open, QuoteForm close) {
  if (open == QuoteForm::low_double || open == QuoteForm::low_single)
    return is_double(open) == is_double(close);
  return open == close;
}

/// „ja“, `make` and class="lead" are kept: such a mark and the next one, if that is its partner. A
/// backtick without one is a quotation mark: `so'.
void keep_others(const Tokens& tokens, std::span<QuoteMark> paragraph, bool low_opens) {
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    QuoteMark& mark = paragraph[i];
    if (is_decided(mark) || !is_foreign(tokens, mark, low_opens)) continue;
    std::size_t next = i + 1;
    while (next < paragraph.size() && is_decided(paragraph[next])) ++next;
    const bool partner = next < paragraph.size() && are_partners(mark.form, paragraph[next].form);
    if (partner) paragraph[next].certainty = 99;
    if (partner || mark.form != QuoteForm::backtick) mark.certainty = 99;
  }
}

// A mark that opens by its form is the commoner slip (‘90s, ‘em): editors curl by the blank before.
constexpr std::int16_t trusted = 60, trusted_opening = 30, trusted_closing = 100;

QuoteTrust trust_of(std::span<const QuoteMark> paragraph, const FoundQuotes& found) {
  std::uint32_t left = 0, right = 0;
  for (const QuoteMark& mark : paragraph) {
    left += mark.form == QuoteForm::left_double;
    right += mark.form == QuoteForm::right_double;
  }
  const std::uint32_t all_left = found.count(QuoteForm::left_double),
                      all_right = found.count(QuoteForm::right_double);
  // A healthy text has about as many opening as closing marks; quotations that run over paragraphs
  // open more than they close, but not three times as many.
  const bool healthy = all_left > 0 && all_right > 0 &&
                       3 * std::min(all_left, all_right) >= std::max(all_left, all_right);
  QuoteTrust trust;
  if ((left > 0 && right > 0) || (healthy && left + right < 2)) trust.doubles = trusted;
  const bool both_singles =
      found.count(QuoteForm::left_single) > 0 && found.count(QuoteForm::right_single) > 0;
  const bool all_closing = left == 0 && right > 1;  // a damaged stretch of a healthy text
  if ((both_singles || healthy) && !all_closing) {
    trust.opening_singles = trusted_opening;
    trust.closing_singles = trusted_closing;
  }
  return trust;
}

std::uint8_t certainty_of(const QuoteScores& s, QuoteRole role) {
  const int chosen = role == QuoteRole::opening   ? s.opening
                     : role == QuoteRole::closing ? s.closing
                     : role == QuoteRole::prime   ? s.prime
                                                  : s.apostrophe;
  const int other = role == QuoteRole::opening ? std::max({s.closing, s.apostrophe, s.prime})
                                               : std::max<int>(s.opening, s.prime);
  return chosen - other >= 100 ? 99 : chosen - other >= 40 ? 97 : 92;
}

/// The marks of a paragraph that their neighbours leave open. Kept from paragraph to paragraph, so
/// that each costs no allocation.
struct Undecided {
  std::vector<QuoteMark> marks;
  std::vector<QuoteScores> scores;
  QuotePairing pairing;
};

void decide_paragraph(std::string_view text, const Tokens& tokens, const FoundQuotes& found,
                      std::span<QuoteMark> paragraph, QuotesGoOn goes_on, Undecided& undecided) {
  for (QuoteMark& mark : paragraph) decide_alone(text, tokens, mark);
  keep_others(tokens, paragraph, found.low_opens);
  const QuoteTrust trust = trust_of(paragraph, found);
  undecided.marks.clear();
  undecided.scores.clear();
  for (const QuoteMark& mark : paragraph) {
    if (is_decided(mark)) continue;
    undecided.marks.push_back(mark);
    undecided.scores.push_back(
        score(text, tokens, mark, context_of(tokens, mark, found.empty_lines), trust));
  }
  undecided.pairing.pair(undecided.marks, undecided.scores, goes_on);
  std::size_t next = 0;
  for (QuoteMark& mark : paragraph) {
    if (is_decided(mark)) continue;
    mark = undecided.marks[next];
    mark.certainty = certainty_of(undecided.scores[next++], mark.role);
    mark.paired = mark.certainty < 97;
  }
}

}  // namespace

std::vector<QuoteMark> find_quote_marks(std::string_view text, const Tokens& tokens) {
  FoundQuotes found = scan_quotes(text, tokens);
  if (found.marks.empty()) return {};
  const QuoteLanguage language = quote_language(text, tokens);
  if (language == QuoteLanguage::other) return {};
  // An English text whose marks are all „ and “, or „ and ”, means “ and ”. One that has “ and ”
  // too quotes German.
  found.low_opens =
      language == QuoteLanguage::english && found.count(QuoteForm::straight_double) == 0 &&
      (found.count(QuoteForm::left_double) == 0 || found.count(QuoteForm::right_double) == 0);
  const std::span<QuoteMark> marks = found.marks;
  Undecided undecided;
  for (std::size_t begin = 0; begin < marks.size();) {
    std::size_t end = begin + 1;
    while (end < marks.size() && !marks[end].starts_paragraph) ++end;
    QuotesGoOn goes_on;
    for (std::size_t i = end; i < marks.size() && i < end + 2; ++i) {
      if (i == end ? marks[i].skips_paragraph : marks[i].starts_paragraph) break;
      if (context_of(tokens, marks[i], found.empty_lines).left != Side::edge) break;
      (is_double(marks[i].form) ? goes_on.doubles : goes_on.singles) = true;
    }
    decide_paragraph(text, tokens, found, marks.subspan(begin, end - begin), goes_on, undecided);
    begin = end;
  }
  find_blanks(tokens, marks);
  return std::move(found.marks);
}

}  // namespace palimpsest
