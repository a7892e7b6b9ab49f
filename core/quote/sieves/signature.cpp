// "“…” ― Adriana Rodarte": a dash and a name end the paragraph, or make the next one.
#include "quote/sieve.h"

namespace palimpsest {

std::optional<Attribution> sieve_rows::signature(const Voices& voices, std::uint32_t stretch) {
  const QuoteReading& r = voices.reading;
  const std::uint32_t dash = r.stretch_words[stretch].end;
  if (r.stretches[stretch].parent != no_index || !r.is_dash(dash) || !voices.looks[stretch].ended)
    return std::nullopt;
  std::uint32_t name = dash + 1;
  while (r.is_dash(name)) ++name;  // "--"
  std::uint32_t end = name;
  while (end < r.size() && end < name + 14 && !r.words[end].paragraph) ++end;
  if (end == name || (end < r.size() && !r.words[end].paragraph)) return std::nullopt;
  for (std::uint32_t i = name; i < end; ++i)
    if (r.words[i].stretch != no_index || r.is_cue(i)) return std::nullopt;
  if (r.words[name].mention != no_index) {
    const auto found = first_speaker(r, {name, end});
    if (found) return Attribution{*found, {}};
  }
  std::uint32_t last = name;
  while (last < end && (r.words[last].capital || r.words[last].is('.') || r.words[last].is('-')))
    ++last;
  if (last == name) return std::nullopt;
  return Attribution{Speaker{no_index, {name, last}, true}, {}};
}

}  // namespace palimpsest
