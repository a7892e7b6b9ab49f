// Tested by tests/core/quote_cases_test.cpp.
#include "quote/phrase.h"

#include <algorithm>

namespace palimpsest {
namespace {

constexpr std::uint32_t reach_before = 60;  // words from a verb to the beginning of its clause

}  // namespace

bool is_apostrophe(const QuoteWord& word) { return word.is(U'’') || word.is('\''); }

bool is_possessive(const QuoteReading& r, std::uint32_t end) {
  if (end >= r.size() || !is_apostrophe(r.words[end]) || !r.words[end].glued) return false;
  return end + 1 >= r.size() || !r.words[end + 1].glued || r.is(end + 1, "s");
}

bool is_subject_pronoun(const QuoteReading& r, std::uint32_t i) {
  for (const std::string_view word : {"he", "she", "it", "they", "i", "we", "you"})
    if (r.is(i, word)) return r.words[i].capital || word != "i";
  return false;
}

std::uint32_t end_of_subject(const QuoteReading& r, std::uint32_t verb, std::uint32_t floor) {
  std::uint32_t end = verb;
  while (end > floor) {
    const QuoteWord& word = r.words[end - 1];
    if (word.is(')')) {
      std::uint32_t open = end - 1;
      while (open > floor && end - open < 14 && !r.words[open].is('(')) --open;
      if (!r.words[open].is('(')) break;
      end = open;
    } else if (word.dated && word.mention == no_index) {
      --end;
      if (end > floor && !r.words[end - 1].dated &&
          (r.is(end - 1, "on") || r.is(end - 1, "in") || r.is(end - 1, "late") ||
           r.is(end - 1, "early")))
        --end;
    } else if ((word.kind == WordRole::adverb || word.kind == WordRole::auxiliary) &&
               word.mention == no_index) {
      --end;
    } else if ((r.is(end - 1, "t") || r.is(end - 1, "d") || r.is(end - 1, "ve") ||
                r.is(end - 1, "s") || r.is(end - 1, "m") || r.is(end - 1, "re")) &&
               end - 1 > floor && is_apostrophe(r.words[end - 2]) && r.words[end - 2].glued) {
      end -= 2;  // "he’d said", "she hasn’t said"
      if (r.words[end].is_word() && r.is(end, "t") && end > floor) --end;
    } else {
      break;
    }
  }
  return end;
}

std::uint32_t clause_begin(const QuoteReading& r, std::uint32_t at, std::uint32_t floor) {
  std::uint32_t begin = at;
  const std::uint32_t stop = at > reach_before ? std::max(floor, at - reach_before) : floor;
  while (begin > stop) {
    const QuoteWord& before = r.words[begin - 1];
    if (r.words[begin].sentence || before.is(';') || before.is(':') ||
        (before.stretch != no_index && before.stretch != r.words[at].stretch))
      break;
    --begin;
  }
  return begin;
}

std::uint32_t phrase_begin(const QuoteReading& r, std::uint32_t end, std::uint32_t floor) {
  std::uint32_t begin = end;
  while (begin > floor && end - begin < longest_phrase) {
    const QuoteWord& before = r.words[begin - 1];
    if (before.mention != no_index && r.text.mentions[before.mention].form != Form::pronoun) {
      const std::uint32_t first = r.mention_words[before.mention].begin;
      begin = std::max(first, floor);
      if (r.words[begin].sentence) break;
      continue;
    }
    const bool mark = !before.is_word() && before.token != TokenKind::number &&
                      !is_apostrophe(before) && !before.is('-') && !before.is('.') &&
                      !before.is('&') && !before.is('(') && !before.is(')');
    if (mark || before.kind == WordRole::auxiliary || before.kind == WordRole::subordinator ||
        before.kind == WordRole::relative || r.is_cue(begin - 1) ||
        (before.kind == WordRole::coordinator && !before.capital) ||
        before.stretch != r.words[end - 1].stretch || before.dated)
      break;
    --begin;
    if (r.words[begin].sentence) break;
  }
  while (begin < end &&
         (r.words[begin].kind == WordRole::coordinator || r.words[begin].kind == WordRole::adverb))
    ++begin;
  return begin;
}

std::optional<std::uint32_t> before_relative_clause(const QuoteReading& r, std::uint32_t phrase,
                                                    std::uint32_t floor) {
  if (phrase <= floor + 1) return std::nullopt;
  std::uint32_t relative = phrase - 1;
  if (r.is_cue(relative)) {
    --relative;
  } else {
    // "whom Trump said": what stands behind the pronoun is the subject.
    const QuoteWord& first = r.words[phrase];
    if (first.mention != no_index || first.capital || first.kind != WordRole::open)
      return std::nullopt;
  }
  if (r.words[relative].kind != WordRole::relative || relative == floor) return std::nullopt;
  const QuoteWord& noun = r.words[relative - 1];
  return noun.is_word() ? std::optional(relative) : std::nullopt;
}

}  // namespace palimpsest
