// "“…,” Peskov said, “…”": the second half has the speaker of the first.
// Leaves "“…,” Peskov said, while Lavrov replied, “…”" to the cue that is nearer.
#include "quote/sieve.h"

namespace palimpsest {

std::optional<Attribution> sieve_rows::split(const Voices& voices, std::uint32_t stretch) {
  const QuoteReading& r = voices.reading;
  const std::uint32_t other = voices.before[stretch];
  if (r.stretches[stretch].parent != no_index || other == no_index || !voices.found[other] ||
      !voices.same_paragraph(stretch, other))
    return std::nullopt;
  const Attribution& found = *voices.found[other];
  const std::uint32_t begin = r.stretch_words[other].end, open = r.stretch_words[stretch].begin;
  if (found.cue.begin < begin || found.cue.end > open || open - begin > 60) return std::nullopt;
  const QuoteWord& before = r.words[open - 1];
  if (!before.is(',') && !before.is(';') && !before.is(':') && !r.is_dash(open - 1) &&
      !(before.is_word() && !voices.looks[stretch].capital))
    return std::nullopt;
  for (std::uint32_t i = found.cue.end; i < open; ++i)
    if (r.words[i].sentence || r.is_cue(i)) return std::nullopt;
  return found;
}

}  // namespace palimpsest
