// "Peskov said, “…”", "Peskov told TASS on Friday: “…”", "she added that “…”".
// Leaves alone a verb whose object stands between: "he told a crowd of “believers”" is for
// `within`.
#include "quote/sieve.h"

namespace palimpsest {

std::optional<Attribution> sieve_rows::leading(const Voices& voices, std::uint32_t stretch) {
  const QuoteReading& r = voices.reading;
  const WordRange before = words_before(r, stretch);
  if (before.empty()) return std::nullopt;
  const std::uint32_t last = before.end - 1;
  // "She was like “…”", "I’m like, “…”"
  const std::uint32_t like = r.is_comma(last) && last > before.begin ? last - 1 : last;
  if (r.is(like, "like") && like > before.begin + 1) {
    const bool is = r.words[like - 1].kind == WordRole::auxiliary || r.is(like - 1, "m") ||
                    r.is(like - 1, "s") || r.is(like - 1, "re");
    if (is)
      if (const auto speaker = subject_before(r, like, before.begin))
        return Attribution{*speaker, {like, like + 1}};
  }
  const bool announced = r.is_comma(last) || r.words[last].is(':') || r.is_dash(last) ||
                         r.is(last, "that") || r.is_cue(last);
  if (!announced) return std::nullopt;
  const std::uint32_t stop = before.size() > 24 ? before.end - 24 : before.begin;
  for (std::uint32_t verb = before.end; verb-- > stop;) {
    if (!r.is_cue(verb)) continue;
    const Cue& cue = *r.words[verb].cue.cue;
    // "She wrote “Gone Fishing”", "he told “Fox News Sunday”": a work.
    if (voices.looks[stretch].title && verb == last &&
        (cue.use == CueUse::tell || cue.use == CueUse::describe || cue.base == "write" ||
         cue.base == "read"))
      return std::nullopt;
    if (cue.use == CueUse::describe && !r.words[last].is(':') && verb != last) continue;
    if (cue.use == CueUse::gesture && verb != last && verb + 1 != last) continue;
    // "he said the plan, “a mess”": a clause of its own stands between.
    if (r.is_comma(last) && before.end - verb > 16) return std::nullopt;
    auto speaker = subject_before(r, verb, before.begin);
    if (!speaker && (verb == before.begin || r.is_comma(verb - 1)))
      speaker = subject_behind(r, verb, before.end);
    if (!speaker) continue;
    return Attribution{*speaker, {verb, verb + 1}};
  }
  return std::nullopt;
}

}  // namespace palimpsest
