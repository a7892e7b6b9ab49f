// Tested by tests/core/quote_cases_test.cpp.
#include "quote/look.h"

#include <algorithm>

namespace palimpsest {
namespace {

/// "the term “public domain”", "entitled “…”": words that are named, not said.
bool names_words(const QuoteReading& r, std::uint32_t before) {
  for (const std::string_view word :
       {"term", "terms", "word", "words", "phrase", "phrases", "entitled", "titled", "named",
        "nicknamed", "known", "nickname", "acronym"})
    if (r.is(before, word)) return true;
  if (before > 1 && r.words[before].kind == WordRole::determiner) --before;
  return before > 0 && r.is(before, "as") &&
         (r.is(before - 1, "known") || (before > 1 && r.is(before - 2, "known")));
}

}  // namespace

StretchLook look_at(const QuoteReading& r, std::uint32_t stretch) {
  StretchLook look;
  const WordRange range = r.stretch_words[stretch];
  const QuotedStretch& s = r.stretches[stretch];
  std::uint32_t first = range.begin, last = range.end - 1;
  while (first < range.end && r.words[first].span.begin < s.inner.begin) ++first;
  while (last > first && r.words[last].span.begin >= s.inner.end) --last;
  if (first >= range.end) return look;
  std::uint32_t capitals = 0, content = 0;
  for (std::uint32_t i = first; i <= last; ++i) {
    const QuoteWord& word = r.words[i];
    if (!word.is_word() && word.token != TokenKind::number) continue;
    if (word.is_word() && look.words == 0) look.capital = word.capital;
    ++look.words;
    if (word.is_word() && word.kind == WordRole::open && word.span.size() > 2) {
      ++content;
      capitals += word.capital;
    }
  }
  if (r.words[first].token == TokenKind::number || r.words[first].is('[') ||
      r.words[first].is(U'…') || r.words[first].is('.'))
    look.capital = true;
  const QuoteWord& end = r.words[last];
  const bool asks = end.is('!') || end.is('?') || end.is(U'…');
  const bool dash = end.is(U'—') || end.is('-') || end.is(U'–');
  look.ended = asks || end.is('.') || dash;
  look.led_on = asks || dash || end.is(',') || end.is(';') || r.is_comma(range.end) || s.runs_on;
  // A sentence of many words is no title; headlines have their capitals too, but are no speech.
  look.title = content > 0 && capitals == content && look.words < 16 && !asks &&
               (look.words > 1 || !look.ended);
  if (range.begin > 0) {
    const QuoteWord& before = r.words[range.begin - 1];
    look.integrated =
        !r.words[range.begin].paragraph &&
        (before.is_word() || before.token == TokenKind::number || before.is('(')) &&
        before.stretch == (s.parent == no_index ? no_index : r.words[range.begin].stretch);
    if (look.integrated && look.capital && !look.title && r.is_cue(range.begin - 1))
      look.integrated = false;
    look.named = look.integrated && names_words(r, range.begin - 1);
  }
  return look;
}

bool is_speech_alone(const StretchLook& look, bool conversation) {
  if (look.named && look.words < 12) return false;
  if (look.title) return conversation && look.whole() && look.words > 0;
  if (look.words >= 5) return true;
  if (look.integrated || look.words == 0) return false;
  return look.capital && (look.ended || look.led_on) && (look.words > 1 || conversation);
}

}  // namespace palimpsest
