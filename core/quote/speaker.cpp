// Tested by tests/core/quote_cases_test.cpp.
#include "quote/speaker.h"

#include <algorithm>

#include "entity/pronoun.h"
#include "quote/phrase.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t reach_behind = 30;

/// Whether the mention that begins at `first` hangs on a preposition: "for former President Trump".
bool hangs_on_preposition(const QuoteReading& r, std::uint32_t first, std::uint32_t floor) {
  for (std::uint32_t i = first; i > floor && first - i < 6; --i) {
    const QuoteWord& before = r.words[i - 1];
    if (before.kind == WordRole::preposition) return !r.is(i - 1, "like");
    if (r.words[i].sentence) return false;
    const bool title = before.kind == WordRole::determiner || before.kind == WordRole::former ||
                       (before.capital && before.mention == no_index) || before.is('.');
    if (!title) return false;
  }
  return false;
}

/// Whether a noun stands straight behind the mention: "Utah legislators said".
bool goes_on(const QuoteReading& r, std::uint32_t end, std::uint32_t limit) {
  return end < limit && r.words[end].is_word() && !r.words[end].capital &&
         r.words[end].kind == WordRole::open && !r.is_cue(end) && !r.of(end).ends_with("ing");
}

/// Whether a noun for a person stands behind the mention: "Obama special assistant".
bool stands_before_noun(const QuoteReading& r, std::uint32_t end, std::uint32_t limit) {
  for (std::uint32_t i = end; i < limit && i < end + 5; ++i) {
    const QuoteWord& word = r.words[i];
    if (word.kind == WordRole::person) return true;
    if (!word.is_word() || word.capital || word.kind != WordRole::open || r.is_cue(i)) return false;
  }
  return false;
}

/// Whether an office stands behind the mention: "Senate Minority Leader Chuck Schumer".
bool stands_before_office(const QuoteReading& r, std::uint32_t end, std::uint32_t limit) {
  for (std::uint32_t i = end; i < limit && i < end + 4 && r.words[i].is_word(); ++i) {
    if (r.words[i].role) return true;
    if (!r.words[i].capital) return false;
  }
  return false;
}

Speaker speaker_of(const QuoteReading& r, std::uint32_t mention, bool sure) {
  return {mention, r.mention_words[mention], sure};
}

}  // namespace

std::optional<Speaker> first_speaker(const QuoteReading& r, WordRange range, Phrase phrase) {
  for (std::uint32_t i = range.begin; i < range.end;) {
    const std::uint32_t mention = r.words[i].mention;
    if (r.words[i].is('(')) {
      std::uint32_t close = i + 1;
      while (close < range.end && close < i + 14 && !r.words[close].is(')')) ++close;
      i = close;
      continue;
    }
    if (r.words[i].kind == WordRole::relative) {  // "a report, which Feingold asked for, said"
      while (i < range.end && !r.is_comma(i)) ++i;
      continue;
    }
    if (mention == no_index) {
      if (is_subject_pronoun(r, i)) return Speaker{no_index, {i, i + 1}, true};
      ++i;
      continue;
    }
    const WordRange words = r.mention_words[mention];
    const Mention& m = r.text.mentions[mention];
    // "Senate Minority Leader Schumer": a body before an office.
    const bool of_office =
        m.kind != EntityKind::person && stands_before_office(r, words.end, range.end);
    const bool subject_form = m.form != Form::pronoun || is_subject_pronoun(r, i);
    if (subject_form && !of_office && words.end <= range.end && !is_possessive(r, words.end) &&
        !hangs_on_preposition(r, words.begin, range.begin) &&
        !stands_before_noun(r, words.end, range.end) &&
        !((phrase == Phrase::noun || m.kind == EntityKind::norp) &&
          goes_on(r, words.end, range.end)))
      return speaker_of(r, mention, true);
    i = std::max(words.end, i + 1);
  }
  return std::nullopt;
}

namespace {

/// The subject of the verb at `verb` where a comma or dash ends at `end` before it, in a clause
/// that begins at `begin`: "a diplomat, speaking in Paris, said".
std::optional<Speaker> subject_before_comma(const QuoteReading& r, std::uint32_t verb,
                                            std::uint32_t begin, std::uint32_t end) {
  // ", but a diplomat, speaking in Paris, said": a clause of its own.
  for (std::uint32_t i = end - 1; i-- > begin;) {
    if (!r.is_comma(i) || r.words[i + 1].kind != WordRole::coordinator || i + 2 >= end - 1)
      continue;
    if (auto found = first_speaker(r, {i + 2, end - 1})) return found;
    const QuoteWord& first = r.words[i + 2];
    std::uint32_t comma = i + 2;
    while (comma < end - 1 && !r.is_comma(comma)) ++comma;
    if (first.kind == WordRole::determiner && comma < i + longest_phrase)
      return Speaker{no_index, {i + 2, comma}, true};
    break;
  }
  if (auto found = first_speaker(r, {begin, end - 1})) {
    return found;
  }
  // "Yes, said Richard Brilla": it stands behind.
  if (verb + 1 < r.size() && r.words[verb + 1].mention != no_index) return std::nullopt;
  // "A spokesman for the company, in a statement, said": the phrase before the first comma.
  std::uint32_t comma = begin;
  while (comma < end && !r.is_comma(comma)) ++comma;
  if (comma == begin || comma - begin > longest_phrase ||
      r.words[begin].kind == WordRole::preposition || r.words[begin].kind == WordRole::subordinator)
    return std::nullopt;
  return Speaker{no_index, {begin, comma}, false};
}

}  // namespace

std::optional<Speaker> subject_before(const QuoteReading& r, std::uint32_t verb,
                                      std::uint32_t floor) {
  const std::uint32_t end = end_of_subject(r, verb, floor);
  if (end <= floor) return std::nullopt;
  const QuoteWord& last = r.words[end - 1];
  const std::uint32_t begin = clause_begin(r, end - 1, floor);
  const auto first_of_clause = [&]() -> std::optional<Speaker> {
    auto found = first_speaker(r, {begin, end - 1});
    if (found) found->sure = false;
    return found;
  };
  if (r.is_comma(end - 1) || r.is_dash(end - 1)) return subject_before_comma(r, verb, begin, end);
  if (last.kind == WordRole::relative) {  // "…, who said"
    std::uint32_t noun = end - 1;
    while (noun > floor && (r.is_comma(noun - 1) || r.words[noun - 1].is(')'))) --noun;
    if (noun == floor) return std::nullopt;
    if (r.words[noun - 1].mention != no_index)
      return speaker_of(r, r.words[noun - 1].mention, false);
    return first_speaker(r, {phrase_begin(r, noun, floor), noun});
  }
  if (last.kind == WordRole::coordinator || r.is(end - 1, "to") ||
      (last.kind == WordRole::subordinator && !r.words[verb].cue.is_finite()))
    return first_of_clause();
  if (last.kind == WordRole::preposition || last.kind == WordRole::subordinator ||
      last.kind == WordRole::determiner) {
    if (last.kind != WordRole::determiner || r.is(end - 1, "the") || r.is(end - 1, "a"))
      return std::nullopt;
  }
  if (!last.is_word() && !last.is('.') && !is_apostrophe(last) && last.token != TokenKind::number)
    return std::nullopt;
  if (is_subject_pronoun(r, end - 1)) {
    if (last.mention != no_index) return speaker_of(r, last.mention, true);
    return Speaker{no_index, {end - 1, end}, true};
  }
  if (pronoun(r.of(end - 1)) != nullptr) return first_of_clause();  // "told him, saying"
  const std::uint32_t phrase = phrase_begin(r, end, begin);
  if (phrase >= end) return std::nullopt;
  if (const auto noun = before_relative_clause(r, phrase, begin)) {
    const std::uint32_t first = phrase_begin(r, *noun, begin);
    if (auto found = first_speaker(r, {first, *noun}, Phrase::noun)) return found;
    if (first < *noun) return Speaker{no_index, {first, *noun}, true};
  }
  // The name that stands beside the verb, if it hangs on nothing: "In a statement Trump said".
  if (last.mention != no_index) {
    const WordRange words = r.mention_words[last.mention];
    if (!hangs_on_preposition(r, words.begin, phrase)) return speaker_of(r, last.mention, true);
  }
  if (auto found = first_speaker(r, {phrase, end}, Phrase::noun)) {
    // "Trump’s spokesman for Ohio": what ends in a noun for a person is that person.
    if (last.kind != WordRole::person || found->words.end == end) return found;
  }
  std::uint32_t named = phrase;
  while (named < end && r.words[named].kind == WordRole::preposition) ++named;
  if (named > phrase) {  // "In a statement the company said"
    while (named < end && r.words[named].kind != WordRole::determiner) ++named;
    if (named < end && r.is(named, "a")) {
      ++named;
      while (named < end && r.words[named].kind != WordRole::determiner) ++named;
    }
    if (named == end) return std::nullopt;
  }
  if (!r.words[verb].cue.is_finite()) {
    if (auto found = first_of_clause()) return found;
  }
  return Speaker{no_index, {named, end}, true};
}

std::optional<Speaker> subject_behind(const QuoteReading& r, std::uint32_t verb,
                                      std::uint32_t end) {
  const std::uint32_t limit = std::min(end, verb + 1 + reach_behind);
  std::uint32_t begin = verb + 1;
  while (begin < limit && r.words[begin].kind == WordRole::adverb &&
         r.words[begin].mention == no_index)
    ++begin;
  if (begin >= limit || !r.words[begin].is_word()) return std::nullopt;
  const QuoteWord& first = r.words[begin];
  if (first.dated || first.kind == WordRole::preposition || first.kind == WordRole::subordinator ||
      first.kind == WordRole::coordinator || first.kind == WordRole::auxiliary)
    return std::nullopt;
  if (is_subject_pronoun(r, begin)) {
    if (first.mention != no_index) return speaker_of(r, first.mention, true);
    return Speaker{no_index, {begin, begin + 1}, true};
  }
  const Pronoun* other = pronoun(r.of(begin));
  if (other != nullptr && !other->possessive) return std::nullopt;
  std::uint32_t stop = begin;
  while (stop < limit) {
    const QuoteWord& word = r.words[stop];
    if (word.mention != no_index) {
      stop = std::max(stop + 1, std::min(limit, r.mention_words[word.mention].end));
      continue;
    }
    if (word.sentence && stop > begin) break;
    const bool mark = !word.is_word() && word.token != TokenKind::number && !is_apostrophe(word) &&
                      !word.is('-') && !word.is('.') && !word.is('&') && !word.is('#');
    if (mark || word.dated || word.kind == WordRole::preposition ||
        word.kind == WordRole::subordinator || word.kind == WordRole::coordinator ||
        word.kind == WordRole::relative || word.kind == WordRole::auxiliary)
      break;
    ++stop;
  }
  while (stop > begin && r.words[stop - 1].is('.')) --stop;
  if (stop == begin) return std::nullopt;
  if (auto found = first_speaker(r, {begin, stop}, Phrase::noun)) return found;
  // "said Trump’s lawyer, Michael Cohen": the name behind the comma.
  for (std::uint32_t i = stop; i + 1 < limit && i < stop + 12 && !r.words[i].sentence; ++i) {
    const std::uint32_t mention = r.words[i + 1].mention;
    if (!r.is_comma(i) || mention == no_index) continue;
    const Mention& m = r.text.mentions[mention];
    if (m.kind == EntityKind::person && m.form == Form::name &&
        !stands_before_noun(r, r.mention_words[mention].end, limit))
      return speaker_of(r, mention, true);
    break;
  }
  const bool named = first.capital || first.kind == WordRole::determiner ||
                     first.kind == WordRole::person || first.mention != no_index;
  std::uint32_t far = stop;  // "a spokesman for the Kremlin"
  if (named && far < limit && r.words[far].kind == WordRole::preposition &&
      (r.is(far, "for") || r.is(far, "of") || r.is(far, "from") || r.is(far, "at"))) {
    ++far;
    while (far < limit && r.words[far].is_word() && !r.words[far].sentence &&
           (r.words[far].capital || r.words[far].kind == WordRole::determiner || r.is(far, "of")))
      ++far;
  }
  return Speaker{no_index, {begin, far}, named};
}

}  // namespace palimpsest
