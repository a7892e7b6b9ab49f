// "Peskov: “…”", "The president was blunt: “…”", "Senator Akaka issued this statement:" and a
// quotation in the next paragraph.
#include "quote/sieve.h"

namespace palimpsest {

std::optional<Attribution> sieve_rows::colon(const Voices& voices, std::uint32_t stretch) {
  const QuoteReading& r = voices.reading;
  const WordRange before = words_before(r, stretch);
  if (before.size() < 2 || !r.words[before.end - 1].is(':')) return std::nullopt;
  const auto speaker = first_speaker(r, {before.begin, before.end - 1});
  if (speaker) {
    // What the words are called: "issued the following statement".
    for (std::uint32_t i = before.end - 1; i-- > before.begin;)
      for (const std::string_view noun :
           {"statement", "remarks", "words", "message", "letter", "tweet", "comment", "response"})
        if (r.is(i, noun)) return Attribution{*speaker, {i, i + 1}};
    return Attribution{*speaker, {}};
  }
  // A label in front of the paragraph that names somebody unknown.
  std::uint32_t capitals = 0;
  for (std::uint32_t i = before.begin; i + 1 < before.end; ++i) {
    if (r.words[i].is('.')) continue;
    if (!r.words[i].is_word() || !r.words[i].capital) return std::nullopt;
    ++capitals;
  }
  if (!r.words[before.begin].paragraph || capitals > 4) return std::nullopt;
  return Attribution{Speaker{no_index, {before.begin, before.end - 1}, false}, {}};
}

}  // namespace palimpsest
