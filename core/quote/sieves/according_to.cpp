// "“…,” according to Peskov", "According to Peskov, “…”", "in the words of Peskov".
// Leaves "“…,” Peskov said, according to TASS" to what stands straight behind the quotation.
#include "quote/sieve.h"

namespace palimpsest {
namespace {

/// The words behind which a source stands, if they begin at `i`: how many.
std::uint32_t source_words(const QuoteReading& r, std::uint32_t i) {
  if (r.is(i, "according") && r.is(i + 1, "to")) return 2;
  if (r.is(i, "in") && r.is(i + 1, "the") && r.is(i + 2, "words") && r.is(i + 3, "of")) return 4;
  return 0;
}

std::optional<Attribution> source_at(const QuoteReading& r, std::uint32_t i, std::uint32_t end) {
  const std::uint32_t size = source_words(r, i);
  if (size == 0) return std::nullopt;
  const auto speaker = subject_behind(r, i + size - 1, end);
  if (!speaker) return std::nullopt;
  return Attribution{*speaker, {i, i + size}};
}

}  // namespace

std::optional<Attribution> sieve_rows::according_to(const Voices& voices, std::uint32_t stretch) {
  const QuoteReading& r = voices.reading;
  const WordRange behind = words_behind(r, stretch);
  std::uint32_t i = behind.begin;
  while (i < behind.end && (r.is_comma(i) || r.is_dash(i))) ++i;
  if (i < behind.end)
    if (const auto found = source_at(r, i, behind.end)) return found;
  const WordRange before = words_before(r, stretch);
  if (before.empty()) return std::nullopt;
  for (std::uint32_t k = before.begin; k < before.end && k < before.begin + 3; ++k)
    if (source_words(r, k) > 0 && (r.is_comma(before.end - 1) || r.words[before.end - 1].is(':'))) {
      for (std::uint32_t v = k + 2; v < before.end; ++v)
        if (r.is_cue(v)) return std::nullopt;  // "According to TASS, Peskov said, “…”"
      return source_at(r, k, before.end);
    }
  return std::nullopt;
}

}  // namespace palimpsest
