// A conversation: where two speakers are known, the others follow in turn. A quotation straight
// behind another one, or in the next paragraph, is the other speaker's.
#include "quote/sieve.h"

namespace palimpsest {
namespace {

bool takes_turn(const Voices& voices, std::uint32_t first, std::uint32_t second) {
  const QuoteReading& r = voices.reading;
  const QuotedStretch& a = r.stretches[first];
  const QuotedStretch& b = r.stretches[second];
  if (a.runs_on || !voices.looks[second].capital) return false;
  if (a.paragraph != b.paragraph)
    return a.paragraph + 1 == b.paragraph && r.words[r.stretch_words[second].begin].paragraph;
  return r.stretch_words[first].end == r.stretch_words[second].begin;
}

bool differ(const Voices& voices, const Attribution& a, const Attribution& b) {
  const auto& mentions = voices.reading.text.mentions;
  if (a.speaker.mention == no_index || b.speaker.mention == no_index) return false;
  return mentions[a.speaker.mention].entity != mentions[b.speaker.mention].entity;
}

}  // namespace

std::optional<Attribution> sieve_rows::turns(const Voices& voices, std::uint32_t stretch) {
  if (!voices.conversation || voices.flat || voices.reading.stretches[stretch].parent != no_index)
    return std::nullopt;
  const std::uint32_t a = voices.before[stretch];
  if (a != no_index && voices.found[a] && takes_turn(voices, a, stretch)) {
    // Back over what the other speaker says in the same turn.
    std::uint32_t b = voices.before[a];
    for (int i = 0; i < 4 && b != no_index; ++i, b = voices.before[b])
      if (voices.found[b] && differ(voices, *voices.found[a], *voices.found[b]))
        return voices.found[b];
  }
  const std::uint32_t c = voices.behind[stretch];
  if (c != no_index && voices.found[c] && takes_turn(voices, stretch, c)) {
    std::uint32_t d = voices.behind[c];
    for (int i = 0; i < 4 && d != no_index; ++i, d = voices.behind[d])
      if (voices.found[d] && differ(voices, *voices.found[c], *voices.found[d]))
        return voices.found[d];
  }
  return std::nullopt;
}

}  // namespace palimpsest
