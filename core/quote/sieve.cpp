// The rows of sieves.def.
#include "quote/sieve.h"

#include <algorithm>

namespace palimpsest {
namespace {

constexpr std::uint32_t reach = 60;

constexpr Sieve rows[] = {
#define SIEVE(name, confidence, why) {#name, why, confidence, sieve_rows::name},
#include "quote/sieves.def"
};

}  // namespace

std::span<const Sieve> sieves() { return rows; }

WordRange words_before(const QuoteReading& r, std::uint32_t stretch) {
  const std::uint32_t open = r.stretch_words[stretch].begin;
  const std::uint32_t parent = r.stretches[stretch].parent;
  const std::uint32_t floor = parent == no_index ? 0 : r.stretch_words[parent].begin + 1;
  const std::uint32_t around = parent == no_index ? no_index : r.words[open].stretch;
  std::uint32_t begin = open;
  if (begin == floor) return {begin, begin};
  // A colon at the end of the paragraph before leads over to this one.
  const bool led = r.words[open].paragraph && r.words[open - 1].is(':');
  if (!led && (r.words[open].paragraph || r.words[open].sentence) && !r.words[open - 1].is(':') &&
      !r.is_comma(open - 1))
    return {begin, begin};
  while (begin > floor && open - begin < reach) {
    if (r.words[begin - 1].stretch != around) break;
    --begin;
    if (r.words[begin].sentence && begin + 1 < open) break;
  }
  return {begin, open};
}

WordRange words_behind(const QuoteReading& r, std::uint32_t stretch) {
  const std::uint32_t close = r.stretch_words[stretch].end;
  const std::uint32_t parent = r.stretches[stretch].parent;
  const std::uint32_t limit =
      std::min(close + reach, parent == no_index ? r.size() : r.stretch_words[parent].end - 1);
  const std::uint32_t around =
      parent == no_index ? no_index : r.words[r.stretch_words[stretch].begin].stretch;
  std::uint32_t end = close;
  while (end < limit && r.words[end].stretch == around && !r.words[end].paragraph &&
         (end == close || !r.words[end].sentence))
    ++end;
  return {close, end};
}

bool sentence_between(const QuoteReading& r, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i <= last && i < r.size() && i < first + reach; ++i)
    if (r.words[i].sentence) return true;
  return last > first + reach;
}

}  // namespace palimpsest
