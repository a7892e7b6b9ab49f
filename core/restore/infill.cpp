// Tested by tests/core/infill_test.cpp.
#include "restore/infill.h"

#include <algorithm>
#include <array>
#include <limits>

#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

// How many of the likeliest words are corrected.
constexpr std::size_t corrected_words = 64;
// About the logarithm of how many words a class of unknown words has.
constexpr std::int32_t rare_form = 7 * 1024;

// What the model weighs beside the echoes of a text, and how likely a word or its class must be
// for half of an echo to count, in parts of 2^30.
constexpr std::uint64_t model_weight = 400, unlikely_class = 1u << 24;

/// A probability that was claimed, and how often such a guess is right, per cent.
struct Claim {
  int claimed, right;
};
// Measured on first guesses, places known, in damaged releases and news that were held out and in
// the damaged training texts of GUM (2,722 words and 1,215 pronouns; `claims` of palimpsest-infill
// --slots), evened out where few are: whom a pronoun stands for is itself a guess.
constexpr Claim word_claims[] = {{0, 0},   {15, 18}, {25, 31}, {35, 42}, {45, 44}, {55, 55},
                                 {65, 60}, {75, 77}, {85, 79}, {95, 94}, {100, 98}};
constexpr Claim pronoun_claims[] = {{0, 0},   {35, 34}, {45, 36}, {55, 48}, {65, 60},
                                    {75, 61}, {85, 62}, {95, 85}, {100, 98}};

std::uint8_t per_cent(std::int32_t log, std::span<const Claim> claims) {
  const auto claimed =
      static_cast<int>((std::uint64_t{probability(std::min(log, 0))} * 100 + (1u << 29)) >> 30);
  std::size_t at = 1;
  while (claims[at].claimed < claimed) ++at;
  const Claim a = claims[at - 1], b = claims[at];
  return static_cast<std::uint8_t>(a.right + (claimed - a.claimed) * (b.right - a.right) /
                                                 (b.claimed - a.claimed));
}

/// The words beside a place, nearest first, as many as the net reads.
std::vector<std::uint16_t> beside(const InfillText& text, std::size_t from, int step,
                                  std::size_t count) {
  std::vector<std::uint16_t> ids;
  for (; ids.size() < count && from < text.words.size(); from += static_cast<std::size_t>(step))
    ids.push_back(text.words[from].id);
  ids.resize(count, InfillVocabulary::edge);
  return ids;
}

std::string capitalised(std::string_view word) {
  std::string text(word);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// "do" + "n't", "Putin" + "'s", a stop: no blank before them.
bool clings(std::string_view word) {
  return word == "n't" || word == "." || word == "," || word == ";" || word == ":" || word == "?" ||
         word == "!" || word == ")" || (word.size() > 1 && word[0] == '\'');
}

}  // namespace

std::pair<std::size_t, std::size_t> InfillText::words_at(CleanSpan span) const {
  const auto first = std::partition_point(words.begin(), words.end(),
                                          [&](const InfillWord& w) { return w.end <= span.begin; });
  const auto last = std::partition_point(first, words.end(),
                                         [&](const InfillWord& w) { return w.begin < span.end; });
  return {static_cast<std::size_t>(first - words.begin()),
          static_cast<std::size_t>(last - words.begin())};
}

void InfillText::mark_lost(std::span<const CleanSpan> spans) {
  std::vector<InfillWord> kept;
  kept.reserve(words.size());
  std::size_t at = 0;
  for (const CleanSpan span : spans) {
    const auto [first, last] = words_at(span);
    if (first >= last || first < at) continue;
    kept.insert(kept.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                words.begin() + static_cast<std::ptrdiff_t>(first));
    kept.push_back(
        {words[first].begin, words[last - 1].end, InfillVocabulary::lost, words[first].opens});
    at = last;
  }
  kept.insert(kept.end(), words.begin() + static_cast<std::ptrdiff_t>(at), words.end());
  words = std::move(kept);
}

InfillText Infill::read_text(std::string_view text, const Tokens& tokens,
                             const Lexicon& lexicon) const {
  InfillText read{.words = vocabulary_.read(text, tokens, lexicon),
                  .has = std::vector<bool>(vocabulary_.id_count())};
  for (const InfillWord& word : read.words) read.has[word.id] = true;
  for (const InfillWord& word : read.words)
    for (const PronounForm& form : pronoun_forms())
      if (vocabulary_.text(word.id) == form.text)
        ++read.pronouns[word.quoted][static_cast<std::size_t>(form.family)];
  return read;
}

std::vector<std::int32_t> Infill::logs(std::span<const std::uint16_t> left,
                                       std::span<const std::uint16_t> right) const {
  std::vector<std::int32_t> logs = net_.scores(left, right);
  // Corrections change what is likely; they were learnt for the net's first guesses.
  std::array<std::uint16_t, corrected_words> first{};
  std::size_t count = 0;
  for (std::uint16_t word = InfillVocabulary::paragraph; word < vocabulary_.guessed(); ++word) {
    if (word != InfillVocabulary::paragraph && word < InfillVocabulary::special_count) continue;
    if (count == first.size() && logs[word] <= logs[first[count - 1]]) continue;
    std::size_t at = count < first.size() ? count++ : count - 1;
    for (; at > 0 && logs[first[at - 1]] < logs[word]; --at) first[at] = first[at - 1];
    first[at] = word;
  }
  const InfillGrams::Place place = grams_.place({{left[0], left[1]}, {right[0], right[1]}});
  for (std::size_t i = 0; i < count; ++i) logs[first[i]] += grams_.correction(place, first[i]);
  const std::int32_t sum = log_sum(logs);
  for (std::int32_t& log : logs) log = std::min(log - sum, 0);
  return logs;
}

InfillLook Infill::look(const InfillText& text, std::size_t first, std::size_t last) const {
  const std::size_t count = std::max<std::size_t>(net_.bag(), 2);
  InfillLook look{first, last,
                  logs(beside(text, first - 1, -1, count), beside(text, last, 1, count))};
  if (first < text.words.size())
    look.opens = text.words[first].opens, look.quoted = text.words[first].quoted;
  return look;
}

InfillFit Infill::fit(const InfillText& text, const InfillLook& look,
                      InfillReferent referent) const {
  const std::vector<std::int32_t>& logs = look.logs;
  std::vector<std::int32_t> names, pronouns, fitting;
  InfillFit fit{.best = std::numeric_limits<std::int32_t>::min()};
  for (std::size_t i = 0; i < logs.size(); ++i) {
    if (kinds_[i] == name_kind) names.push_back(logs[i]);
    if (kinds_[i] == pronoun_kind) {
      pronouns.push_back(logs[i]);
      if (may_stand_for(pronoun_forms()[forms_[i]].family, referent)) fitting.push_back(logs[i]);
    }
    if (i < vocabulary_.guessed()) fit.best = std::max(fit.best, logs[i]);
  }
  fit.name = std::min(log_sum(names), 0);
  fit.pronoun = std::min(log_sum(pronouns), 0);
  fit.fitting = fitting.empty() ? fit.pronoun : std::min(log_sum(fitting), 0);
  if (look.first < look.last) {
    const std::uint16_t output = vocabulary_.output(text.words[look.last - 1].id);
    fit.standing = kinds_[output] == name_kind ? fit.name : logs[output];
  }
  return fit;
}

std::vector<Infill::Likely> Infill::likely(const InfillText& text,
                                           std::span<const std::int32_t> logs,
                                           std::span<const InfillEcho> echoes,
                                           std::size_t most) const {
  std::vector<Likely> all;
  for (std::uint16_t w = InfillVocabulary::paragraph; w < vocabulary_.guessed(); ++w)
    if (w == InfillVocabulary::paragraph || w >= InfillVocabulary::special_count)
      all.push_back({w, logs[w]});
  if (!echoes.empty()) {
    // A mixture: the more the text itself says, the less the model does. An echo counts as far as
    // the model finds its word, or its class of words, likely here.
    std::uint64_t said = model_weight;
    std::vector<std::uint64_t> weights;
    for (const InfillEcho& e : echoes) {
      const std::uint64_t p = probability(logs[vocabulary_.output(e.word)]);
      weights.push_back(std::uint64_t{e.weight} * p / (p + unlikely_class));
      said += weights.back();
    }
    const std::int32_t all_log = natural_log(said), model_log = natural_log(model_weight) - all_log;
    for (Likely& l : all) l.log += model_log;
    for (std::size_t i = 0; i < echoes.size(); ++i) {
      if (weights[i] == 0) continue;
      const std::int32_t echo_log = natural_log(weights[i]) - all_log;
      const std::uint16_t word = echoes[i].word;
      if (word >= vocabulary_.first_class()) continue;
      if (word >= vocabulary_.guessed()) {
        all.push_back({word, echo_log});
        continue;
      }
      Likely& l = all[word - InfillVocabulary::special_count + 1u];
      l.log = log_sum(std::array{l.log, echo_log});
    }
  }
  // They are in the order of the words, those that only the text has behind the others.
  std::erase_if(all, [&](const Likely& l) {
    return l.word < vocabulary_.guessed() && kinds_[l.word] == name_kind && !text.has[l.word];
  });
  sort_by(all, [](const Likely& l) { return greatest_first(l.log); });
  all.resize(std::min(all.size(), most));
  return all;
}

std::vector<InfillGuess> Infill::words(const InfillText& text, const InfillLook& look,
                                       unsigned count, std::size_t most) const {
  struct Partial {
    std::vector<std::uint16_t> ids;
    std::int32_t log = 0;
  };
  constexpr std::size_t beam = 8;
  const std::size_t wide = std::max(beam, most);
  const std::vector<std::uint16_t> before = beside(text, look.first - 1, -1, net_.bag()),
                                   behind = beside(text, look.last, 1, net_.bag());
  count = std::clamp(count, 1u, 3u);
  std::vector<Partial> partials(1);
  for (unsigned i = 0; i < count; ++i) {
    std::vector<Partial> next;
    for (const Partial& p : partials) {
      std::vector<std::uint16_t> left(p.ids.rbegin(), p.ids.rend()), right;
      left.insert(left.end(), before.begin(), before.end());
      left.resize(net_.bag());
      if (i + 1 < count) right.push_back(InfillVocabulary::lost);
      right.insert(right.end(), behind.begin(), behind.end());
      right.resize(net_.bag());
      const std::vector<InfillEcho> echoes =
          count == 1 ? find_echoes(text.words, look.first, look.last) : std::vector<InfillEcho>();
      for (const Likely& l :
           likely(text, count == 1 ? look.logs : logs(left, right), echoes, wide)) {
        next.push_back(p);
        next.back().ids.push_back(l.word);
        next.back().log += l.log;
      }
    }
    sort_by(next, [](const Partial& partial) { return greatest_first(partial.log); });
    next.resize(std::min(next.size(), wide));
    partials = std::move(next);
  }
  std::vector<InfillGuess> guesses;
  for (const Partial& p : partials) {
    if (guesses.size() == most) break;
    InfillGuess guess{.text = "", .log = p.log, .percent = per_cent(p.log, word_claims)};
    for (std::size_t i = 0; i < p.ids.size(); ++i) {
      const std::string_view word = vocabulary_.text(p.ids[i]);
      if (i > 0 && !clings(word)) guess.text += ' ';
      guess.text += i == 0 && look.opens ? capitalised(word) : std::string(word);
    }
    guesses.push_back(std::move(guess));
  }
  return guesses;
}

std::vector<std::int32_t> Infill::pronoun_logs(const InfillLook& look) const {
  std::vector<std::int32_t> of_forms;
  for (const PronounForm& form : pronoun_forms()) {
    // "herself" and its like may be too rare to be guessed: a small part of their class.
    const std::uint16_t id = vocabulary_.find(form.text);
    const bool rare = id == 0 || id >= vocabulary_.guessed();
    of_forms.push_back(rare ? look.logs[vocabulary_.guessed() + InfillVocabulary::plain] - rare_form
                            : look.logs[id]);
  }
  return of_forms;
}

std::vector<InfillGuess> Infill::pronouns(const InfillText& text, const InfillLook& look,
                                          InfillReferent referent, std::size_t most,
                                          const PronounUses& uses) const {
  const std::vector<std::int32_t> scores =
      weigh_pronouns(pronoun_logs(look), referent, text.pronouns, look.quoted, uses);
  const std::int32_t sum = log_sum(scores);
  std::vector<InfillGuess> guesses;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const std::string_view form = pronoun_forms()[i].text;
    guesses.push_back({.text = look.opens ? capitalised(form) : std::string(form),
                       .log = std::min(scores[i] - sum, 0)});
    guesses.back().percent = per_cent(guesses.back().log, pronoun_claims);
  }
  sort_by(guesses, [](const InfillGuess& guess) { return greatest_first(guess.log); });
  guesses.resize(std::min(guesses.size(), most));
  return guesses;
}

}  // namespace palimpsest
