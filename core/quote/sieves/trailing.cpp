// "“…,” said Peskov", "“…,” Peskov, a spokesman, told TASS", "“…?” she asked."
// Leaves alone what follows a full stop inside the marks, unless it is no more than a clause with a
// cue: "“….” He said “no”" begins anew.
#include "quote/sieve.h"

namespace palimpsest {
namespace {

/// "He said." and no more: the sentence ends behind the verb, or behind time, place or hearers.
bool closes_soon(const QuoteReading& r, std::uint32_t verb, std::uint32_t end) {
  constexpr std::uint32_t longest = 20;  // words of "to the writers at the meeting on Friday"
  for (std::uint32_t i = verb + 1; i < end; ++i) {
    const QuoteWord& word = r.words[i];
    if (word.is('.') && (i + 1 == end || r.words[i + 1].sentence)) return true;
    if (word.is(';')) return true;
    if (r.is_comma(i) || word.dated) continue;
    if (i == verb + 1 && word.kind != WordRole::preposition && word.kind != WordRole::adverb)
      return false;
    if (word.kind == WordRole::auxiliary || word.kind == WordRole::coordinator || r.is(i, "that") ||
        r.is_cue(i) || i > verb + longest)
      return false;
  }
  return end >= r.size() || r.words[end].stretch == r.words[verb].stretch;  // no quotation follows
}

}  // namespace

std::optional<Attribution> sieve_rows::trailing(const Voices& voices, std::uint32_t stretch) {
  const QuoteReading& r = voices.reading;
  const WordRange behind = words_behind(r, stretch);
  std::uint32_t begin = behind.begin;
  while (begin < behind.end && (r.is_comma(begin) || r.is_dash(begin))) ++begin;
  if (begin >= behind.end) return std::nullopt;
  const StretchLook& look = voices.looks[stretch];
  if (r.is(begin, "as") && begin + 1 < behind.end) ++begin;  // "as one minister put it"
  const QuoteWord& first = r.words[begin];
  if (first.kind == WordRole::coordinator || first.kind == WordRole::subordinator ||
      first.kind == WordRole::relative || first.kind == WordRole::preposition)
    return std::nullopt;
  for (std::uint32_t verb = begin; verb < behind.end && verb < begin + 40; ++verb) {
    if (!r.is_cue(verb)) continue;
    const Cue& cue = *r.words[verb].cue.cue;
    if (!r.words[verb].cue.is_finite() || cue.use == CueUse::describe) continue;
    if (r.words[verb - 1].kind == WordRole::relative) continue;
    if (!look.led_on && begin == behind.begin && verb > begin &&
        (!look.ended || !closes_soon(r, verb, behind.end)))
      return std::nullopt;
    const bool inverted = verb == begin || (verb == begin + 1 && first.kind == WordRole::adverb);
    if (!inverted && first.sentence &&
        (cue.use == CueUse::gesture || !closes_soon(r, verb, behind.end)))
      return std::nullopt;
    std::optional<Speaker> speaker;
    if (inverted) {
      if (cue.use != CueUse::tell) speaker = subject_behind(r, verb, behind.end);
    } else if (cue.use != CueUse::gesture || verb <= begin + 4) {
      speaker = subject_before(r, verb, begin);
    }
    if (!speaker) return std::nullopt;
    return Attribution{*speaker, {verb, verb + 1}};
  }
  return std::nullopt;
}

}  // namespace palimpsest
