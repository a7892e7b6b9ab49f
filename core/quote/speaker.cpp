// Tested by tests/core/quote_cases_test.cpp.
#include "quote/speaker.h"

#include <algorithm>

#include "entity/pronoun.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t reach_before = 60, reach_behind = 30, longest_phrase = 16;

bool is_apostrophe(const Word& word) { return word.is(U'’') || word.is('\''); }

/// "’s" or "’" glued behind `end`.
bool is_possessive(const QuoteReading& r, std::uint32_t end) {
  if (end >= r.size() || !is_apostrophe(r.words[end]) || !r.words[end].glued) return false;
  return end + 1 >= r.size() || !r.words[end + 1].glued || r.is(end + 1, "s");
}

/// He, she, it, they, I, we, you, who; not him, her, his.
bool is_subject_pronoun(const QuoteReading& r, std::uint32_t i) {
  for (const std::string_view word : {"he", "she", "it", "they", "i", "we", "you"})
    if (r.is(i, word)) return r.words[i].capital || word != "i";
  return false;
}

/// Skips backwards what may stand between a subject and its verb: adverbs, auxiliaries, "on
/// Friday", "(D-Wis.)". Gives the index behind the last word of the subject.
std::uint32_t end_of_subject(const QuoteReading& r, std::uint32_t verb, std::uint32_t floor) {
  std::uint32_t end = verb;
  while (end > floor) {
    const Word& word = r.words[end - 1];
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

/// Where the clause that holds `at` begins, `floor` at the earliest.
std::uint32_t clause_begin(const QuoteReading& r, std::uint32_t at, std::uint32_t floor) {
  std::uint32_t begin = at;
  const std::uint32_t stop = at > reach_before ? std::max(floor, at - reach_before) : floor;
  while (begin > stop) {
    const Word& before = r.words[begin - 1];
    if (r.words[begin].sentence || before.is(';') || before.is(':') ||
        (before.stretch != no_index && before.stretch != r.words[at].stretch))
      break;
    --begin;
  }
  return begin;
}

/// Where the phrase that ends before `end` begins.
std::uint32_t phrase_begin(const QuoteReading& r, std::uint32_t end, std::uint32_t floor) {
  std::uint32_t begin = end;
  while (begin > floor && end - begin < longest_phrase) {
    const Word& before = r.words[begin - 1];
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

/// Where the noun ends whose relative clause ends before a verb: "the lords who fled the city
/// said". `phrase` is where the last phrase of that clause begins; none if there is no such clause.
std::optional<std::uint32_t> before_relative_clause(const QuoteReading& r, std::uint32_t phrase,
                                                    std::uint32_t floor) {
  if (phrase <= floor + 1) return std::nullopt;
  std::uint32_t relative = phrase - 1;
  if (r.is_cue(relative)) {
    --relative;
  } else {
    // "whom Trump said": what stands behind the pronoun is the subject.
    const Word& first = r.words[phrase];
    if (first.mention != no_index || first.capital || first.kind != WordRole::open)
      return std::nullopt;
  }
  if (r.words[relative].kind != WordRole::relative || relative == floor) return std::nullopt;
  const Word& noun = r.words[relative - 1];
  return noun.is_word() ? std::optional(relative) : std::nullopt;
}

/// Whether the mention that begins at `first` hangs on a preposition: "for former President Trump".
bool hangs_on_preposition(const QuoteReading& r, std::uint32_t first, std::uint32_t floor) {
  for (std::uint32_t i = first; i > floor && first - i < 6; --i) {
    const Word& before = r.words[i - 1];
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
    const Word& word = r.words[i];
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

std::optional<Speaker> subject_before(const QuoteReading& r, std::uint32_t verb,
                                      std::uint32_t floor) {
  const std::uint32_t end = end_of_subject(r, verb, floor);
  if (end <= floor) return std::nullopt;
  const Word& last = r.words[end - 1];
  const std::uint32_t begin = clause_begin(r, end - 1, floor);
  const auto first_of_clause = [&]() -> std::optional<Speaker> {
    auto found = first_speaker(r, {begin, end - 1});
    if (found) found->sure = false;
    return found;
  };
  if (r.is_comma(end - 1) || r.is_dash(end - 1)) {
    // ", but a diplomat, speaking in Paris, said": a clause of its own.
    for (std::uint32_t i = end - 1; i-- > begin;) {
      if (!r.is_comma(i) || r.words[i + 1].kind != WordRole::coordinator || i + 2 >= end - 1)
        continue;
      if (auto found = first_speaker(r, {i + 2, end - 1})) return found;
      const Word& first = r.words[i + 2];
      std::uint32_t comma = i + 2;
      while (comma < end - 1 && !r.is_comma(comma)) ++comma;
      if (first.kind == WordRole::determiner && comma < i + longest_phrase)
        return Speaker{no_index, {i + 2, comma}, true};
      break;
    }
    if (auto found = first_of_clause()) {
      found->sure = true;
      return found;
    }
    // "Yes, said Richard Brilla": it stands behind.
    if (verb + 1 < r.size() && r.words[verb + 1].mention != no_index) return std::nullopt;
    // "A spokesman for the company, in a statement, said": the phrase before the first comma.
    std::uint32_t comma = begin;
    while (comma < end && !r.is_comma(comma)) ++comma;
    if (comma == begin || comma - begin > longest_phrase ||
        r.words[begin].kind == WordRole::preposition ||
        r.words[begin].kind == WordRole::subordinator)
      return std::nullopt;
    return Speaker{no_index, {begin, comma}, false};
  }
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
  const Word& first = r.words[begin];
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
    const Word& word = r.words[stop];
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
