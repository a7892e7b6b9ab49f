// Words quoted inside a sentence that tells what somebody said: "Lavrov called for the “restoration
// of normal relations”", "the plan, “a mess”, will fail, Peskov said".
#include "quote/sieve.h"

namespace palimpsest {
namespace {

std::optional<Attribution> governed_before(const QuoteReading& r, WordRange before) {
  for (std::uint32_t verb = before.end; verb-- > before.begin;) {
    if (!r.is_cue(verb) || r.words[verb].cue.cue->use == CueUse::gesture) continue;
    // "said he wanted to find out": what is wanted is not said yet.
    if (verb > before.begin && r.is(verb - 1, "to")) continue;
    const auto speaker = subject_before(r, verb, before.begin);
    if (speaker) return Attribution{*speaker, {verb, verb + 1}};
  }
  return std::nullopt;
}

/// ", Peskov said." at the end of the sentence.
std::optional<Attribution> governed_behind(const QuoteReading& r, WordRange behind) {
  for (std::uint32_t verb = behind.begin + 1; verb < behind.end; ++verb) {
    if (!r.is_cue(verb) || !r.words[verb].cue.is_finite() ||
        r.words[verb].cue.cue->use != CueUse::say)
      continue;
    std::uint32_t comma = verb;
    while (comma > behind.begin && verb - comma < 12 && !r.is_comma(comma - 1)) --comma;
    if (comma == behind.begin || !r.is_comma(comma - 1)) continue;
    const auto speaker =
        comma == verb ? subject_behind(r, verb, behind.end) : subject_before(r, verb, comma);
    if (speaker && speaker->words.begin >= comma) return Attribution{*speaker, {verb, verb + 1}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Attribution> sieve_rows::within(const Voices& voices, std::uint32_t stretch) {
  const QuoteReading& r = voices.reading;
  const StretchLook& look = voices.looks[stretch];
  if (r.stretches[stretch].parent != no_index || look.title || look.named) return std::nullopt;
  const WordRange before = words_before(r, stretch);
  if (!before.empty())
    if (const auto found = governed_before(r, before)) return found;
  if (const auto found = governed_behind(r, words_behind(r, stretch))) return found;
  // "He called it “a mess” and “a shame”": what governs the words before governs these.
  const std::uint32_t other = voices.before[stretch];
  if (other == no_index || !voices.found[other] || before.empty() ||
      r.words[before.begin].sentence || before.begin != r.stretch_words[other].end)
    return std::nullopt;
  return voices.found[other];
}

}  // namespace palimpsest
