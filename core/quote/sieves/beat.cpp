// In a story, the sentence beside a quotation tells what its speaker does: "“Young!” He held it at
// arm’s length."
#include "quote/sieve.h"

namespace palimpsest {
namespace {

std::optional<Attribution> person_of(const QuoteReading& r, WordRange range) {
  auto found = first_speaker(r, range);
  if (!found || found->words.begin > range.begin + 4) return std::nullopt;
  if (found->mention != no_index && r.text.mentions[found->mention].kind != EntityKind::person)
    return std::nullopt;
  found->sure = false;
  return Attribution{*found, {}};
}

}  // namespace

std::optional<Attribution> sieve_rows::beat(const Voices& voices, std::uint32_t stretch) {
  const QuoteReading& r = voices.reading;
  if (!voices.conversation || voices.flat || r.stretches[stretch].parent != no_index ||
      !voices.looks[stretch].capital)
    return std::nullopt;
  const WordRange behind = words_behind(r, stretch);
  if (behind.size() > 2 && r.words[behind.begin].sentence)
    if (const auto found = person_of(r, behind)) return found;
  const std::uint32_t open = r.stretch_words[stretch].begin;
  if (r.words[open].paragraph || open == 0 || !r.words[open - 1].is('.')) return std::nullopt;
  std::uint32_t begin = open;
  while (begin > 0 && open - begin < 60 && r.words[begin - 1].stretch == no_index) {
    --begin;
    if (r.words[begin].sentence) return person_of(r, {begin, open});
  }
  return std::nullopt;
}

}  // namespace palimpsest
