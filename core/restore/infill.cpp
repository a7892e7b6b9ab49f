// Tested by tests/core/infill_test.cpp.
#include "restore/infill.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

#include "model/symbols.h"
#include "restore/infill_forms.h"
#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

// How many of the likeliest words are corrected.
constexpr std::size_t corrected_words = 32;
// About the logarithm of how many words a class of unknown words has.
constexpr std::int32_t rare_form = 7 * 1024;

// What the model weighs beside the echoes of a text, and how likely a word or its class must be
// for half of an echo to count, in parts of 2^30.
constexpr std::uint64_t model_weight = 400, unlikely_class = 1u << 24;

enum Kind : std::uint8_t { neither, name_kind, pronoun_kind };

/// A probability that was claimed, and how often such a guess is right, per cent.
struct Claim {
  int claimed, right;
};
// Measured on first guesses in the damaged training texts of GUM, places known (908 words and 489
// pronouns): corrections add up beyond what they prove, and whom a pronoun stands for is itself a
// guess.
constexpr Claim word_claims[] = {{0, 0},   {25, 17}, {45, 32}, {65, 38},
                                 {75, 52}, {85, 62}, {95, 82}, {100, 98}};
constexpr Claim pronoun_claims[] = {{0, 0}, {50, 40}, {75, 46}, {85, 58}, {95, 82}, {100, 97}};

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
  InfillText read{.words = vocabulary_.read(text, tokens, lexicon)};
  for (const InfillWord& word : read.words)
    for (const PronounForm& form : pronoun_forms())
      if (vocabulary_.text(word.id) == form.text)
        ++read.pronouns[word.quoted][static_cast<std::size_t>(form.family)];
  return read;
}

std::vector<std::int32_t> Infill::logs(std::span<const std::uint16_t> left,
                                       std::span<const std::uint16_t> right) const {
  std::vector<std::int32_t> logs = net_.log_probabilities(left, right);
  // Corrections change what is likely; they were learnt for the net's first guesses.
  std::vector<std::uint64_t> keys;
  keys.reserve(vocabulary_.guessed());
  for (std::size_t word = 0; word < vocabulary_.guessed(); ++word)
    keys.push_back(greatest_first(logs[word]));
  std::vector<std::uint32_t> order = order_of(keys);
  order.resize(std::min(corrected_words, order.size()));
  const InfillNeighbours beside{.left = {left[0], left[1]}, .right = {right[0], right[1]}};
  for (const std::uint32_t place : order) {
    const auto word = static_cast<std::uint16_t>(place);
    if (word == InfillVocabulary::paragraph || word >= InfillVocabulary::special_count)
      logs[word] += grams_.correction(beside, word);
  }
  const std::int32_t sum = log_sum(logs);
  for (std::int32_t& log : logs) log = std::min(log - sum, 0);
  return logs;
}

std::vector<std::int32_t> Infill::logs(const InfillText& text, std::size_t first,
                                       std::size_t last) const {
  const std::size_t count = std::max<std::size_t>(net_.bag(), 2);
  return logs(beside(text, first - 1, -1, count), beside(text, last, 1, count));
}

InfillFit Infill::fit(const InfillText& text, std::size_t first, std::size_t last) const {
  const std::vector<std::int32_t> logs = this->logs(text, first, last);
  std::vector<std::int32_t> names, pronouns;
  InfillFit fit{.best = std::numeric_limits<std::int32_t>::min()};
  for (std::size_t i = 0; i < logs.size(); ++i) {
    if (kinds_[i] == name_kind) names.push_back(logs[i]);
    if (kinds_[i] == pronoun_kind) pronouns.push_back(logs[i]);
    if (i < vocabulary_.guessed()) fit.best = std::max(fit.best, logs[i]);
  }
  fit.name = std::min(log_sum(names), 0);
  fit.pronoun = std::min(log_sum(pronouns), 0);
  if (first < last) {
    const std::uint16_t output = vocabulary_.output(text.words[last - 1].id);
    fit.standing = kinds_[output] == name_kind ? fit.name : logs[output];
  }
  return fit;
}

std::vector<Infill::Likely> Infill::likely(std::span<const std::int32_t> logs,
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
  sort_by(all, [](const Likely& l) { return greatest_first(l.log); });
  all.resize(std::min(all.size(), most));
  return all;
}

std::vector<InfillGuess> Infill::words(const InfillText& text, std::size_t first, std::size_t last,
                                       unsigned count, std::size_t most) const {
  struct Partial {
    std::vector<std::uint16_t> ids;
    std::int32_t log = 0;
  };
  constexpr std::size_t beam = 12;
  const std::size_t wide = std::max(beam, most);
  const std::vector<std::uint16_t> before = beside(text, first - 1, -1, net_.bag()),
                                   behind = beside(text, last, 1, net_.bag());
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
          count == 1 ? find_echoes(text.words, first, last) : std::vector<InfillEcho>();
      for (const Likely& l : likely(logs(left, right), echoes, wide)) {
        next.push_back(p);
        next.back().ids.push_back(l.word);
        next.back().log += l.log;
      }
    }
    sort_by(next, [](const Partial& partial) { return greatest_first(partial.log); });
    next.resize(std::min(next.size(), wide));
    partials = std::move(next);
  }
  const bool opens = first < text.words.size() && text.words[first].opens;
  std::vector<InfillGuess> guesses;
  for (const Partial& p : partials) {
    if (guesses.size() == most) break;
    InfillGuess guess{.text = "", .log = p.log, .percent = per_cent(p.log, word_claims)};
    for (std::size_t i = 0; i < p.ids.size(); ++i) {
      const std::string_view word = vocabulary_.text(p.ids[i]);
      if (i > 0 && !clings(word)) guess.text += ' ';
      guess.text += i == 0 && opens ? capitalised(word) : std::string(word);
    }
    guesses.push_back(std::move(guess));
  }
  return guesses;
}

std::vector<InfillGuess> Infill::pronouns(const InfillText& text, std::size_t first,
                                          std::size_t last, InfillReferent referent,
                                          std::size_t most) const {
  const bool known = first < text.words.size();
  const std::vector<std::int32_t> logs = this->logs(text, first, last);
  std::vector<std::int32_t> of_forms;
  for (const PronounForm& form : pronoun_forms()) {
    // "herself" and its like may be too rare to be guessed: a small part of their class.
    const std::uint16_t id = vocabulary_.find(form.text);
    const bool rare = id == 0 || id >= vocabulary_.guessed();
    of_forms.push_back(rare ? logs[vocabulary_.guessed() + InfillVocabulary::plain] - rare_form
                            : logs[id]);
  }
  const std::vector<std::int32_t> scores =
      weigh_pronouns(of_forms, referent, text.pronouns, known && text.words[first].quoted);
  const std::int32_t sum = log_sum(scores);
  std::vector<InfillGuess> guesses;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const std::string_view form = pronoun_forms()[i].text;
    const bool opens = known && text.words[first].opens;
    guesses.push_back({.text = opens ? capitalised(form) : std::string(form),
                       .log = std::min(scores[i] - sum, 0)});
    guesses.back().percent = per_cent(guesses.back().log, pronoun_claims);
  }
  sort_by(guesses, [](const InfillGuess& guess) { return greatest_first(guess.log); });
  guesses.resize(std::min(guesses.size(), most));
  return guesses;
}

std::optional<Infill> Infill::read(std::string_view bytes) {
  if (bytes.size() < 12) return std::nullopt;
  const std::uint32_t guessed = number_at(bytes, 0), forms_size = number_at(bytes, 4),
                      net_size = number_at(bytes, 8);
  bytes.remove_prefix(12);
  if (forms_size > bytes.size() || net_size > bytes.size() - forms_size) return std::nullopt;
  std::optional<std::vector<std::string>> words = read_forms(bytes.substr(0, forms_size));
  const std::optional<InfillNetContents> net = read_net(bytes.substr(forms_size, net_size));
  std::int32_t step = 0;
  const std::optional<std::vector<GramEntry>> grams =
      read_grams(bytes.substr(forms_size + net_size), step);
  if (!words || !net || !grams || guessed < InfillVocabulary::special_count ||
      guessed > words->size() + InfillVocabulary::special_count)
    return std::nullopt;
  Infill infill;
  infill.vocabulary_ = InfillVocabulary(std::move(*words), static_cast<std::uint16_t>(guessed));
  infill.vocabulary_.set_outputs({});
  infill.net_ = InfillNet(*net);
  infill.grams_ = InfillGrams(*grams, step);
  const InfillVocabulary& v = infill.vocabulary_;
  if (infill.net_.word_count() != v.id_count() || infill.net_.output_count() != v.output_count())
    return std::nullopt;
  for (std::uint16_t i = 0; i < v.output_count(); ++i) {
    const std::string_view word = i < v.guessed() ? v.text(i) : "";
    const bool capital = word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z';
    const bool pronoun = std::any_of(pronoun_forms().begin(), pronoun_forms().end(),
                                     [&](const PronounForm& f) { return f.text == word; });
    infill.kinds_.push_back(pronoun                                                  ? pronoun_kind
                            : capital || i >= v.guessed() + InfillVocabulary::person ? name_kind
                                                                                     : neither);
  }
  return infill;
}

std::string write_infill(const InfillVocabulary& vocabulary, const InfillNetContents& net,
                         const std::vector<GramEntry>& grams, std::int32_t gram_step) {
  const std::string forms_bytes = write_forms(vocabulary.words()), net_bytes = write_net(net);
  const auto size = [](const std::string& bytes) {
    return four_bytes(static_cast<std::uint32_t>(bytes.size()));
  };
  return four_bytes(vocabulary.guessed()) + size(forms_bytes) + size(net_bytes) + forms_bytes +
         net_bytes + write_grams(grams, gram_step);
}

}  // namespace palimpsest
