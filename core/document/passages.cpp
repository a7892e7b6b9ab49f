// Tested by tests/core/sentences_test.cpp and laws_test.cpp.
#include "document/passages.h"

#include <algorithm>

#include "cluster/words.h"
#include "entity/pronoun.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

// Abbreviations that stand before a name or a number and so never end a sentence there;
// lower-cased, without the stop.
constexpr std::string_view before_a_name[] = {
    "adm",  "attn", "brig", "capt", "cmdr", "col", "cpl",  "det",  "dr",     "fr",
    "ft",   "gen",  "gov",  "hon",  "insp", "jr",  "lt",   "maj",  "messrs", "mr",
    "mrs",  "ms",   "mt",   "no",   "nos",  "pp",  "pres", "prof", "pvt",    "rep",
    "reps", "rev",  "sen",  "sens", "sgt",  "sr",  "st",   "supt", "v",      "vs"};

// Abbreviations that stand before a number: months, parts of a book, years of a life.
constexpr std::string_view before_a_number[] = {
    "approx", "apr", "art", "aug", "b",   "c",   "ca",  "ch", "dec", "ed",   "eq",  "feb", "fig",
    "figs",   "jan", "jul", "jun", "mar", "nov", "oct", "p",  "sec", "sept", "vol", "vols"};

// What follows "9 a.m." within a sentence, beside a day or a month: a time zone.
constexpr std::string_view time_zones[] = {
    "AEDT", "AEST", "AKST", "BST", "CDT", "CEST", "CET", "CST", "EDT", "EET", "EST", "ET",
    "GMT",  "HST",  "IST",  "JST", "MDT", "MSK",  "MST", "MT",  "PDT", "PST", "PT",  "UTC"};

constexpr std::string_view days_and_months[] = {
    "Apr",      "April",    "Aug",       "August",   "Dec",      "December", "Eastern",
    "Feb",      "February", "Friday",    "Jan",      "January",  "July",     "June",
    "March",    "Monday",   "Nov",       "November", "Oct",      "October",  "Pacific",
    "Saturday", "Sept",     "September", "Sunday",   "Thursday", "Tuesday",  "Wednesday"};

template <std::size_t count>
bool is_in(const std::string_view (&list)[count], std::string_view word) {
  return std::binary_search(std::begin(list), std::end(list), word);
}

bool is_sentence_end(const Token& t) { return t.is('.') || t.is('!') || t.is('?') || t.is(U'…'); }

bool is_closing(const Token& t) {
  return t.is('"') || t.is('\'') || t.is(U'”') || t.is(U'’') || t.is(')') || t.is(']') ||
         t.is(U'»');
}

bool can_begin(const Token& t) {
  return t.is_number() || (t.is_word() && t.shape() != WordShape::lower) || t.is('"') ||
         t.is('\'') || t.is(U'“') || t.is(U'‘') || t.is('(') || t.is('[') || t.is(U'«') ||
         t.is(U'„') || t.is(U'”');
}

/// The second letter of "p.m." or "e.g." with its stop at `stop`: the pair, or nothing.
std::string_view letter_pair(std::string_view text, const Tokens& tokens, std::size_t stop,
                             std::size_t first) {
  if (stop < first + 3 || !tokens[stop - 2].is('.')) return {};
  const std::uint32_t begin = tokens.begin_of(stop - 3);
  const std::string_view pair = text.substr(begin, tokens.end_of(stop) - begin);
  return pair.size() == 4 ? pair : std::string_view();
}

/// "The", "In", "But", "He": no name goes on with it after "U.S.".
bool builds_sentences(std::string_view word) {
  if (word.size() < 2) return false;  // "U.S. A"
  const std::string lower = lower_case(word);
  switch (sentence_word(lower)) {
    case WordClass::determiner:
    case WordClass::possessive:
    case WordClass::preposition:
    case WordClass::subordinator:
    case WordClass::coordinator:
      return true;
    default:
      return pronoun(word) != nullptr;
  }
}

/// "J. Morgan", "U.S. troops", "Gov. Brown", "Oct. 1", "9 p.m. EST": the stop at `stop` belongs to
/// the word before it and ends no sentence before the token `next`.
bool stop_is_of_the_word(std::string_view text, const Tokens& tokens, std::size_t stop,
                         std::size_t first, std::size_t next) {
  if (!tokens[stop].is('.') || stop <= first || !tokens[stop - 1].is_word()) return false;
  const std::string_view word = tokens.of(text, stop - 1);
  if (word.size() == 1 && is_upper(static_cast<unsigned char>(word[0])) && word != "I")
    return letter_pair(text, tokens, stop, first).empty() ||
           !builds_sentences(tokens.of(text, next));
  const std::string lower = lower_case(word);
  if (is_in(before_a_name, lower)) return true;
  if (tokens[next].is_number() && is_in(before_a_number, lower)) return true;
  const std::string_view pair = letter_pair(text, tokens, stop, first);
  if (pair == "e.g." || pair == "i.e." || pair == "E.g.") return true;
  const std::string_view follower = tokens.of(text, next);
  return (pair == "a.m." || pair == "p.m." || pair == "A.M." || pair == "P.M.") &&
         (is_in(time_zones, follower) || is_in(days_and_months, follower));
}

}  // namespace

std::vector<CleanSpan> find_paragraphs(std::string_view text, const Tokens& tokens) {
  (void)text;
  bool has_empty_line = false;
  bool line_is_empty = false;
  for (std::size_t i = 0; i < tokens.size() && !has_empty_line; ++i) {
    if (tokens[i].is_line_break()) {
      has_empty_line = line_is_empty;
      line_is_empty = true;
    } else if (!tokens[i].is_blank()) {
      line_is_empty = false;
    }
  }
  std::vector<CleanSpan> paragraphs;
  bool open = false;
  std::uint32_t breaks = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_line_break()) {
      ++breaks;
      continue;
    }
    if (tokens[i].is_blank()) continue;
    if (breaks >= (has_empty_line ? 2u : 1u)) open = false;
    breaks = 0;
    if (!open) paragraphs.push_back(tokens.span(i));
    paragraphs.back().end = tokens.end_of(i);
    open = true;
  }
  return paragraphs;
}

std::vector<CleanSpan> find_sentences(std::string_view text, const Tokens& tokens,
                                      const std::vector<CleanSpan>& paragraphs) {
  std::vector<CleanSpan> sentences;
  std::size_t i = 0;
  for (const CleanSpan& paragraph : paragraphs) {
    while (i < tokens.size() && tokens.begin_of(i) < paragraph.begin) ++i;
    std::size_t first = i;
    while (i < tokens.size() && tokens.begin_of(i) < paragraph.end) {
      std::size_t end = i + 1;
      if (is_sentence_end(tokens[i])) {
        const std::size_t stop = i;
        while (end < tokens.size() && (is_sentence_end(tokens[end]) || is_closing(tokens[end])))
          ++end;
        const bool blank =
            end < tokens.size() && (tokens[end].is_blank() || tokens[end].is_line_break());
        std::size_t next = end;
        while (next < tokens.size() && (tokens[next].is_blank() || tokens[next].is_line_break()))
          ++next;
        if (blank && next < tokens.size() && tokens.begin_of(next) < paragraph.end &&
            can_begin(tokens[next]) &&
            !(end == stop + 1 && stop_is_of_the_word(text, tokens, stop, first, next))) {
          sentences.push_back(tokens.span(first, end - 1));
          first = next;
          end = first;
        }
      }
      i = std::max(end, i + 1);
    }
    if (first < tokens.size() && tokens.begin_of(first) < paragraph.end)
      sentences.push_back({tokens.begin_of(first), paragraph.end});
  }
  return sentences;
}

}  // namespace palimpsest
