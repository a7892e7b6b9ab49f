// A quotation over several paragraphs, each but the last without its closing mark: one speaker.
#include "quote/sieve.h"

namespace palimpsest {
namespace {

bool continues(const Voices& voices, std::uint32_t first, std::uint32_t second) {
  const QuoteReading& r = voices.reading;
  return r.stretches[first].runs_on &&
         r.stretches[first].paragraph + 1 == r.stretches[second].paragraph &&
         r.words[r.stretch_words[second].begin].paragraph;
}

}  // namespace

std::optional<Attribution> sieve_rows::run_on(const Voices& voices, std::uint32_t stretch) {
  if (voices.reading.stretches[stretch].parent != no_index) return std::nullopt;
  const std::uint32_t before = voices.before[stretch];
  if (before != no_index && voices.found[before] && continues(voices, before, stretch))
    return voices.found[before];
  // The speaker may be named in the last paragraph alone.
  std::uint32_t last = stretch;
  for (int i = 0; i < 12; ++i) {
    const std::uint32_t next = voices.behind[last];
    if (next == no_index || !continues(voices, last, next)) break;
    if (voices.found[next]) return voices.found[next];
    last = next;
  }
  return std::nullopt;
}

}  // namespace palimpsest
