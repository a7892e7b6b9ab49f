// Tested by tests/core/quote_cases_test.cpp and, for the laws, tests/core/quote_laws_test.cpp.
#include <algorithm>
#include <array>
#include <string>

#include "entity/pronoun.h"
#include "quote/indirect.h"
#include "quote/quote.h"
#include "quote/sieve.h"
#include "text/outer_first.h"

namespace palimpsest {
namespace {

constexpr std::uint8_t nobody_named = 60, reported = 85, unsure = 20;
// LitBank's stories have a mark beside a mark in every third quotation or more, news in none.
constexpr std::uint32_t turns_of_a_conversation = 3, words_of_a_turn = 25;

/// A short quotation that is all of its paragraph, before one that begins with another.
bool is_turn(const QuoteReading& r, std::uint32_t first, std::uint32_t second) {
  const WordRange a = r.stretch_words[first], b = r.stretch_words[second];
  return !r.stretches[first].runs_on && a.end == b.begin && r.words[a.begin].paragraph &&
         r.words[b.begin].paragraph && a.size() <= words_of_a_turn;
}

/// What is a title is part of the sentence around it: "told “Meet the Press” that".
void open_titles(QuoteReading& reading) {
  for (std::uint32_t i = 0; i < reading.stretches.size(); ++i) {
    if (reading.stretches[i].parent != no_index) continue;
    const StretchLook look = look_at(reading, i);
    if (!look.title || look.led_on || look.words < 2) continue;
    const WordRange range = reading.stretch_words[i];
    for (std::uint32_t w = range.begin; w < range.end; ++w) reading.words[w].stretch = no_index;
  }
}

Voices hear(const QuoteReading& reading) {
  Voices voices{reading, {}, {}, {}, {}, false, false};
  const auto& stretches = reading.stretches;
  const std::size_t n = stretches.size();
  voices.found.resize(n);
  voices.before.assign(n, no_index);
  voices.behind.assign(n, no_index);
  std::uint32_t last = no_index, flat_turns = 0, turns = 0;
  for (std::uint32_t i = 0; i < n; ++i) {
    voices.looks.push_back(look_at(reading, i));
    if (stretches[i].parent != no_index) continue;
    voices.before[i] = last;
    if (last != no_index) {
      voices.behind[last] = i;
      flat_turns += reading.stretch_words[last].end == reading.stretch_words[i].begin &&
                    !reading.words[reading.stretch_words[i].begin].paragraph;
      turns += is_turn(reading, last, i);
    }
    last = i;
  }
  voices.flat = flat_turns >= turns_of_a_conversation;
  voices.conversation = voices.flat || turns >= turns_of_a_conversation;
  return voices;
}

void ask_sieves(Voices& voices) {
  for (std::uint8_t row = 0; row < sieves().size(); ++row)
    for (std::uint32_t i = 0; i < voices.found.size(); ++i) {
      if (voices.found[i]) continue;
      // A row of its own for each: what a later row finds is not read by an earlier one.
      voices.found[i] = sieves()[row].find(voices, i);
      if (voices.found[i]) voices.found[i]->sieve = row;
    }
}

std::uint32_t entity_of(const QuoteReading& r, const Speaker& speaker) {
  return speaker.mention == no_index ? no_index : r.text.mentions[speaker.mention].entity;
}

/// "he continued", "he added", and "he" of whom no entity is known: the speaker before, if it is a
/// person and its gender agrees.
std::uint32_t entity_or_last(const QuoteReading& r, const Attribution& found, std::uint32_t last) {
  const Speaker& speaker = found.speaker;
  const std::uint32_t entity = entity_of(r, speaker);
  if (last == no_index || speaker.words.size() != 1) return entity;
  const bool goes_on = !found.cue.empty() && r.words[found.cue.begin].cue &&
                       (r.words[found.cue.begin].cue.cue->base == "continue" ||
                        r.words[found.cue.begin].cue.cue->base == "add");
  if (entity != no_index && !goes_on) return entity;
  const Pronoun* word = pronoun(r.of(speaker.words.begin));
  if (word == nullptr || word->person != 3 || word->number != 's' || word->gender == 'n')
    return entity;
  const Entity& person = r.text.entities[last];
  const bool agrees =
      person.gender == Gender::unknown || (word->gender == 'm') == (person.gender == Gender::male);
  return person.kind == EntityKind::person && agrees ? last : entity;
}

/// The clause that names the speaker: "Peskov said"; short, for the reason.
std::string clause(const QuoteReading& r, const Speaker& speaker, WordRange cue) {
  WordRange range = speaker.words;
  if (!cue.empty() && cue.begin < range.begin + 12 && range.begin < cue.begin + 12)
    range = {std::min(range.begin, cue.begin), std::max(range.end, cue.end)};
  return std::string(r.span(range).of(r.text.text));
}

std::string why(const QuoteReading& r, const Attribution& found) {
  std::string sentence(sieves()[found.sieve].why);
  const std::size_t hole = sentence.find("{}");
  if (hole != std::string::npos) sentence.replace(hole, 2, clause(r, found.speaker, found.cue));
  return sentence;
}

class Answer {
 public:
  explicit Answer(const Voices& voices) : voices_(voices), r_(voices.reading) {}

  std::vector<Quote> quotes() && {
    for (std::uint32_t i = 0; i < r_.stretches.size(); ++i) add_stretch(i);
    add_indirect();
    sort_outer_first(quotes_);
    return std::move(quotes_);
  }

 private:
  void add_stretch(std::uint32_t i) {
    const StretchLook& look = voices_.looks[i];
    const auto& found = voices_.found[i];
    const bool inner = r_.stretches[i].parent != no_index;
    if (look.words == 0 || (inner && !found)) return;
    if (!found && !is_speech_alone(look, voices_.conversation)) return;
    Quote quote;
    quote.span = r_.stretches[i].span;
    quote.form = look.integrated ? SpeechForm::mixed : SpeechForm::direct;
    quote.confidence = nobody_named;
    quote.why = "quotation marks, and nobody is named as the speaker";
    if (found) {
      const std::uint32_t paragraph = r_.stretches[i].paragraph;
      const bool near = !inner && paragraph <= last_paragraph_ + 1;
      quote.speaker = entity_or_last(r_, *found, near ? last_speaker_ : no_index);
      quote.speaker_span = r_.span(found->speaker.words);
      if (!found->cue.empty()) quote.cue = r_.span(found->cue);
      quote.confidence = static_cast<std::uint8_t>(sieves()[found->sieve].confidence -
                                                   (found->speaker.sure ? 0 : unsure));
      quote.why = why(r_, *found);
      if (!inner) {
        last_speaker_ = quote.speaker;
        last_paragraph_ = paragraph;
      }
    }
    quotes_.push_back(std::move(quote));
  }
  void add_indirect() {
    for (const Indirect& one : find_indirect(r_)) {
      Quote quote;
      quote.span = one.content;
      quote.speaker = entity_of(r_, one.speaker);
      quote.speaker_span = r_.span(one.speaker.words);
      quote.cue = r_.span(one.cue);
      quote.form = SpeechForm::indirect;
      quote.confidence = static_cast<std::uint8_t>(reported - (one.speaker.sure ? 0 : unsure));
      quote.why = "“" + clause(r_, one.speaker, one.cue) + "” tells what was said";
      quotes_.push_back(std::move(quote));
    }
  }

  const Voices& voices_;
  const QuoteReading& r_;
  std::vector<Quote> quotes_;
  std::uint32_t last_speaker_ = no_index, last_paragraph_ = 0;
};

}  // namespace

std::string_view name_of(SpeechForm form) {
  constexpr std::array<std::string_view, 3> names = {"direct", "indirect", "mixed"};
  return names[static_cast<std::size_t>(form)];
}

// Not inlined: a page loads it later than what calls it (the doors in wasm/CMakeLists.txt).
[[gnu::noinline]] std::vector<Quote> find_quotes(const QuoteText& text) {
  QuoteReading reading = read_words(text);
  open_titles(reading);
  Voices voices = hear(reading);
  ask_sieves(voices);
  return Answer(voices).quotes();
}

}  // namespace palimpsest
