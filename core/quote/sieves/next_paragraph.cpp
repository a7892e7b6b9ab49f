// A paragraph that is a quotation and names nobody: the one before has just given the word to its
// speaker, by a quotation or by a sentence with a cue.
#include "quote/sieve.h"

namespace palimpsest {
namespace {

/// A pronoun that is not he or she leads up to nothing.
bool is_it(const QuoteReading& r, const Speaker& speaker) {
  if (r.text.mentions[speaker.mention].form != Form::pronoun) return false;
  return !r.is(speaker.words.begin, "he") && !r.is(speaker.words.begin, "she");
}

}  // namespace

std::optional<Attribution> sieve_rows::next_paragraph(const Voices& voices, std::uint32_t stretch) {
  const QuoteReading& r = voices.reading;
  const std::uint32_t open = r.stretch_words[stretch].begin;
  if (voices.conversation || r.stretches[stretch].parent != no_index || open == 0 ||
      !r.words[open].paragraph || !voices.looks[stretch].whole() ||
      !(voices.looks[stretch].ended || r.stretches[stretch].runs_on))
    return std::nullopt;
  // The last sentence of the paragraph before.
  std::uint32_t begin = open;
  while (begin > 0 && open - begin < 80) {
    --begin;
    if (r.words[begin].stretch != no_index) {  // it ends with a quotation
      const std::uint32_t other = r.words[begin].stretch;
      if (!voices.found[other] ||
          r.stretches[other].paragraph + 1 != r.stretches[stretch].paragraph)
        return std::nullopt;
      return voices.found[other];
    }
    if (r.words[begin].sentence) break;
  }
  for (std::uint32_t verb = begin + 1; verb < open; ++verb) {
    if (!r.is_cue(verb)) continue;
    const auto speaker = subject_before(r, verb, begin);
    if (speaker && speaker->sure && speaker->mention != no_index && !is_it(r, *speaker))
      return Attribution{*speaker, {verb, verb + 1}};
  }
  auto subject = first_speaker(r, {begin, open});
  if (!subject || subject->mention == no_index || is_it(r, *subject) ||
      r.text.mentions[subject->mention].kind != EntityKind::person)
    return std::nullopt;
  subject->sure = false;
  return Attribution{*subject, {}};
}

}  // namespace palimpsest
