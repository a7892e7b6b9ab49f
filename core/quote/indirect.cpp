// Tested by tests/core/quote_cases_test.cpp.
#include "quote/indirect.h"

#include <algorithm>
#include <optional>

#include "entity/pronoun.h"
#include "text/order.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t reach = 90, shortest = 3;

/// "did not say", "refused to confirm", "would neither confirm": nothing was said.
bool is_denied(const QuoteReading& r, std::uint32_t verb, std::uint32_t floor) {
  for (std::uint32_t i = verb; i > floor && verb - i < 5; --i) {
    const std::uint32_t k = i - 1;
    if (r.is(k, "not") || r.is(k, "t") || r.is(k, "never") || r.is(k, "neither") ||
        r.is(k, "declined") || r.is(k, "refused") || r.is(k, "declining") || r.is(k, "if") ||
        r.is(k, "cannot") || r.is(k, "refusing"))
      return true;
  }
  return false;
}

class Search {
 public:
  explicit Search(const QuoteReading& r) : r_(r) {}

  std::vector<Indirect> run() && {
    for (std::uint32_t i = 0; i < r_.size(); ++i) {
      if (r_.words[i].sentence) sentence_ = i;
      if (r_.words[i].stretch != no_index) continue;
      if (r_.is(i, "according") && r_.is(i + 1, "to"))
        according(i);
      else if (r_.is_cue(i))
        cue(i);
    }
    sort_by(found_, [](const Indirect& one) { return key_of_span(one.content); });
    return std::move(found_);
  }

 private:
  std::uint32_t sentence_end(std::uint32_t from) const {
    std::uint32_t end = from;
    while (end < r_.size() && end < from + reach && (end == from || !r_.words[end].sentence)) ++end;
    return end;
  }
  /// Without the marks at its edges; adds it unless it is too short or stands in quotation marks.
  void add(std::uint32_t begin, std::uint32_t end, const Speaker& speaker, WordRange cue) {
    while (begin < end && (r_.is_comma(begin) || r_.words[begin].is(':'))) ++begin;
    while (begin < end && (r_.is_comma(end - 1) || r_.words[end - 1].is('.') ||
                           r_.words[end - 1].is(';') || r_.is_dash(end - 1)))
      --end;
    if (end < begin + shortest) return;
    std::uint32_t free = 0;
    for (std::uint32_t i = begin; i < end; ++i)
      free += r_.words[i].stretch == no_index && r_.words[i].is_word();
    if (free < shortest) return;
    const CleanSpan content = r_.span({begin, end});
    if (!found_.empty() && found_.back().content.end > content.begin) {
      // A clause inside what another one reports is told by its own speaker; the same one is not.
      if (found_.back().content == content) return;
    }
    found_.push_back({content, speaker, cue});
  }
  /// Where the clause behind a cue ends: the sentence's end, or before a clause of its own.
  std::uint32_t content_end(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      if (r_.words[i].is(';') && r_.words[i].stretch == no_index) return i;
      const bool turn = r_.is_comma(i) && i + 2 < end && r_.words[i].stretch == no_index &&
                        (r_.is(i + 1, "but") || r_.is(i + 1, "according") ||
                         r_.is(i + 1, "while") || r_.is(i + 1, "adding"));
      if (turn && i >= begin + shortest) return i;
    }
    return end;
  }
  /// What may stand between the cue and "that": the addressee, a day, "in a statement".
  std::optional<std::uint32_t> that_behind(std::uint32_t verb, std::uint32_t end) const {
    for (std::uint32_t i = verb + 1; i < end && i < verb + 14; ++i) {
      if (r_.words[i].stretch != no_index || r_.words[i].is(':')) return std::nullopt;
      if (r_.is(i, "that")) {
        // "announced an amendment that would": behind a noun it is another "that".
        const QuoteWord& next = r_.words[verb + 1];
        const bool free = i == verb + 1 || r_.words[verb].cue.cue->use == CueUse::tell ||
                          next.kind == WordRole::preposition || next.kind == WordRole::adverb ||
                          next.dated || next.is(',');
        const bool noun = i > verb + 1 && r_.words[i - 1].kind == WordRole::preposition;
        return noun || !free ? std::nullopt : std::optional(i);
      }
      if (i > verb + 1 && (r_.is_cue(i) || r_.words[i].kind == WordRole::auxiliary ||
                           r_.words[i].kind == WordRole::relative))
        return std::nullopt;
    }
    return std::nullopt;
  }
  /// A clause without "that" begins with its subject, and has a verb.
  std::optional<std::uint32_t> bare_behind(std::uint32_t verb, std::uint32_t end) const {
    const CueUse use = r_.words[verb].cue.cue->use;
    std::uint32_t i = verb + 1;
    if (use == CueUse::tell) {  // the addressee
      if (i >= end) return std::nullopt;
      if (r_.words[i].mention != no_index)
        i = std::max(i + 1, r_.mention_words[r_.words[i].mention].end);
      else
        ++i;
      if (i >= end) return std::nullopt;
    }
    while (i < end &&
           (r_.words[i].dated || (r_.is(i, "on") && i + 1 < end && r_.words[i + 1].dated)))
      ++i;
    if (i >= end || r_.words[i].stretch != no_index || !r_.words[i].is_word()) return std::nullopt;
    const Pronoun* p = pronoun(r_.of(i));
    const bool subject = r_.words[i].mention != no_index || r_.words[i].capital ||
                         r_.words[i].kind == WordRole::determiner || p != nullptr ||
                         r_.is(i, "there");
    if (!subject) return std::nullopt;
    for (std::uint32_t k = i + 1; k < end && k < i + 14; ++k) {
      if (r_.words[k].stretch != no_index) return std::nullopt;
      if (r_.is(k, "that") || r_.words[k].kind == WordRole::relative) return std::nullopt;
      if (r_.words[k].kind == WordRole::auxiliary) return i;
      if (p != nullptr && k == i + 1 && r_.words[k].is_word() &&
          r_.words[k].kind == WordRole::open && !p->possessive)
        return i;
    }
    return std::nullopt;
  }

  void cue(std::uint32_t verb) {
    const CueWord& word = r_.words[verb].cue;
    if (word.cue->clause == CueClause::none) return;
    const std::uint32_t end = sentence_end(verb);
    if (is_denied(r_, verb, sentence_)) return;
    std::optional<std::uint32_t> begin = that_behind(verb, end);
    if (begin)
      ++*begin;
    else if (word.cue->clause == CueClause::bare)
      begin = bare_behind(verb, end);
    if (begin) {
      const auto speaker = subject_before(r_, verb, sentence_);
      if (speaker) add(*begin, content_end(*begin, end), *speaker, {verb, verb + 1});
      return;
    }
    if (word.is_finite() && word.cue->use == CueUse::say) behind(verb, end);
  }
  /// "Putin will call, Peskov said." The sentence must hold no marks: those are other sieves'.
  void behind(std::uint32_t verb, std::uint32_t end) {
    std::uint32_t comma = verb;
    while (comma > sentence_ && verb - comma < 14 && !r_.is_comma(comma)) --comma;
    if (!r_.is_comma(comma) || comma < sentence_ + shortest ||
        r_.words[comma + 1].kind == WordRole::coordinator)
      return;
    for (std::uint32_t i = sentence_; i < end; ++i)
      if (r_.words[i].stretch != no_index || (i < comma && r_.is_cue(i))) return;
    // "The only way, he said, is to wait": the sentence around it.
    std::uint32_t rest = verb + 1;
    if (r_.is_comma(rest) && rest + shortest < end && comma + 1 < verb &&
        r_.words[rest + 1].kind != WordRole::coordinator &&
        r_.words[rest + 1].kind != WordRole::subordinator && !r_.is_cue(rest + 1) &&
        !r_.is(rest + 1, "according") && !r_.of(rest + 1).ends_with("ing")) {
      rest = end;
    } else {
      rest = comma;
    }
    // Only time and place may follow.
    for (std::uint32_t i = verb + 1; i < end; ++i) {
      const bool close = r_.words[i].is('.') || r_.is_comma(i) || r_.words[i].dated;
      if (close) {
        if (!r_.words[i].dated) break;
        continue;
      }
      if (comma + 1 == verb) break;  // ", said Peskov"
      if (r_.words[i].kind != WordRole::preposition && r_.words[i].kind != WordRole::adverb) return;
      break;
    }
    const WordRole first = r_.words[sentence_].kind;
    if (first == WordRole::subordinator || first == WordRole::preposition ||
        r_.of(sentence_).ends_with("ing") || !r_.words[sentence_].is_word())
      return;
    const auto speaker =
        comma + 1 == verb ? subject_behind(r_, verb, end) : subject_before(r_, verb, comma + 1);
    if (!speaker || speaker->words.begin <= comma) return;
    if (speaker->mention == no_index && !r_.words[speaker->words.begin].capital &&
        r_.words[speaker->words.begin].kind == WordRole::open)
      return;                 // "to pay, train and equip troops added to the services"
    if (comma + 1 == verb) {  // "Hatch, an author of the bill, explained the basis for it"
      const std::uint32_t last = speaker->words.end;
      if (last < end && !r_.words[last].is('.') && !r_.is_comma(last) && !r_.words[last].dated &&
          r_.words[last].kind != WordRole::adverb && !r_.is(last, "on") && !r_.is(last, "in"))
        return;
    }
    add(sentence_, rest, *speaker, {verb, verb + 1});
  }
  void according(std::uint32_t i) {
    const std::uint32_t end = sentence_end(i);
    const auto speaker = subject_behind(r_, i + 1, end);
    if (!speaker) return;
    const bool opens = i == sentence_ || r_.words[i - 1].is(';');
    const std::uint32_t behind = speaker->words.end;
    if (opens) {
      std::uint32_t comma = std::min(speaker->words.end, end);
      while (comma < end && !r_.is_comma(comma)) ++comma;
      if (comma < end) add(comma + 1, content_end(comma + 1, end), *speaker, {i, i + 2});
    } else if (i > sentence_ + shortest) {
      // "Peskov said, according to TASS": what he said is his.
      for (std::uint32_t k = sentence_; k < i; ++k)
        if (r_.is_cue(k) || r_.words[k].stretch != no_index) return;
      // "The act, according to the office, would cut": the sentence around it.
      const bool inside = r_.is_comma(i - 1) && r_.is_comma(behind) && behind + shortest < end;
      add(sentence_, inside ? end : i, *speaker, {i, i + 2});
    }
  }

  const QuoteReading& r_;
  std::vector<Indirect> found_;
  std::uint32_t sentence_ = 0;
};

}  // namespace

std::vector<Indirect> find_indirect(const QuoteReading& reading) { return Search(reading).run(); }

}  // namespace palimpsest
