// Tested by tests/core/infill_test.cpp.
#include "restore/infill.h"

#include <algorithm>
#include <limits>

#include "model/symbols.h"
#include "restore/infill_forms.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

enum Kind : std::uint8_t { neither, name_kind, pronoun_kind };

struct Form {
  std::string_view text;
  bool male, female, thing, several;  // whom it can stand for
};
// "who" and its forms stand for people; "that" is left to the words.
constexpr Form forms[] = {
    {"he", true, false, false, false},       {"him", true, false, false, false},
    {"his", true, false, false, false},      {"himself", true, false, false, false},
    {"she", false, true, false, false},      {"her", false, true, false, false},
    {"hers", false, true, false, false},     {"herself", false, true, false, false},
    {"it", false, false, true, false},       {"its", false, false, true, false},
    {"itself", false, false, true, false},   {"they", false, false, false, true},
    {"them", false, false, false, true},     {"their", false, false, false, true},
    {"theirs", false, false, false, true},   {"themselves", false, false, false, true},
    {"who", true, true, false, true},        {"whose", true, true, true, true},
    {"whom", true, true, false, true},       {"which", false, false, true, false},
    {"I", true, true, false, false},         {"me", true, true, false, false},
    {"my", true, true, false, false},        {"myself", true, true, false, false},
    {"you", true, true, false, true},        {"your", true, true, false, true},
    {"we", false, false, false, true},       {"us", false, false, false, true},
    {"our", false, false, false, true},      {"ours", false, false, false, true},
    {"ourselves", false, false, false, true}};

bool fits(const Form& form, InfillReferent r) {
  if (!r.male && !r.female && !r.thing && !r.several) return true;
  return (r.male && form.male) || (r.female && form.female) || (r.thing && form.thing) ||
         (r.several && form.several);
}

std::uint8_t per_cent(std::int32_t log) {
  return static_cast<std::uint8_t>(
      (std::uint64_t{probability(std::min(log, 0))} * 100 + (1u << 29)) >> 30);
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
  return {vocabulary_.read(text, tokens, lexicon)};
}

std::vector<std::int32_t> Infill::logs(const InfillText& text, std::size_t first,
                                       std::size_t last) const {
  return net_.log_probabilities(beside(text, first - 1, -1, net_.bag()),
                                beside(text, last, 1, net_.bag()));
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

std::vector<InfillGuess> Infill::words(const InfillText& text, std::size_t first, std::size_t last,
                                       unsigned count, std::size_t most) const {
  struct Partial {
    std::vector<std::uint16_t> ids;
    std::int32_t log = 0;
  };
  constexpr std::size_t beam = 12;
  const bool opens = first < text.words.size() && text.words[first].opens;
  const std::vector<std::uint16_t> before = beside(text, first - 1, -1, net_.bag()),
                                   behind = beside(text, last, 1, net_.bag());
  std::vector<Partial> partials(1);
  for (unsigned i = 0; i < std::clamp(count, 1u, 3u); ++i) {
    std::vector<Partial> next;
    for (const Partial& p : partials) {
      std::vector<std::uint16_t> left(p.ids.rbegin(), p.ids.rend()), right;
      left.insert(left.end(), before.begin(), before.end());
      left.resize(net_.bag());
      if (i + 1 < count) right.push_back(InfillVocabulary::lost);
      right.insert(right.end(), behind.begin(), behind.end());
      right.resize(net_.bag());
      const std::vector<std::int32_t> logs = net_.log_probabilities(left, right);
      std::vector<std::uint16_t> order;
      for (std::uint16_t w = InfillVocabulary::paragraph; w < vocabulary_.guessed(); ++w)
        if (w == InfillVocabulary::paragraph || w >= InfillVocabulary::special_count)
          order.push_back(w);
      const std::size_t kept = std::min(order.size(), std::max(beam, most));
      std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept),
                        order.end(), [&](std::uint16_t a, std::uint16_t b) {
                          return logs[a] != logs[b] ? logs[a] > logs[b] : a < b;
                        });
      for (std::size_t k = 0; k < kept; ++k) {
        Partial longer = p;
        longer.ids.push_back(order[k]);
        longer.log += logs[order[k]];
        next.push_back(std::move(longer));
      }
    }
    std::stable_sort(next.begin(), next.end(),
                     [](const Partial& a, const Partial& b) { return a.log > b.log; });
    next.resize(std::min(next.size(), std::max(beam, most)));
    partials = std::move(next);
  }
  std::vector<InfillGuess> guesses;
  for (const Partial& p : partials) {
    if (guesses.size() == most) break;
    InfillGuess guess{.text = "", .log = p.log, .percent = per_cent(p.log)};
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
  const bool opens = first < text.words.size() && text.words[first].opens;
  const std::vector<std::int32_t> logs = this->logs(text, first, last);
  std::vector<InfillGuess> guesses;
  std::vector<std::int32_t> all;
  for (const Form& form : forms) {
    if (!fits(form, referent)) continue;
    const std::uint16_t id = vocabulary_.find(form.text);
    if (id == 0) continue;
    const std::int32_t log = logs[vocabulary_.output(id)];
    guesses.push_back(
        {.text = opens ? capitalised(form.text) : std::string(form.text), .log = log});
    all.push_back(log);
  }
  if (guesses.empty()) return guesses;
  const std::int32_t sum = log_sum(all);
  for (InfillGuess& g : guesses) g.log = std::min(g.log - sum, 0), g.percent = per_cent(g.log);
  std::stable_sort(guesses.begin(), guesses.end(),
                   [](const InfillGuess& a, const InfillGuess& b) { return a.log > b.log; });
  guesses.resize(std::min(guesses.size(), most));
  return guesses;
}

std::optional<Infill> Infill::read(std::string_view bytes) {
  if (bytes.size() < 8) return std::nullopt;
  const std::uint32_t guessed = number_at(bytes, 0), forms_size = number_at(bytes, 4);
  bytes.remove_prefix(8);
  if (forms_size > bytes.size()) return std::nullopt;
  std::optional<std::vector<std::string>> words = read_forms(bytes.substr(0, forms_size));
  const std::optional<InfillNetContents> net = read_net(bytes.substr(forms_size));
  if (!words || !net || guessed < InfillVocabulary::special_count ||
      guessed > words->size() + InfillVocabulary::special_count)
    return std::nullopt;
  Infill infill;
  infill.vocabulary_ = InfillVocabulary(std::move(*words), static_cast<std::uint16_t>(guessed));
  infill.vocabulary_.set_outputs({});
  infill.net_ = InfillNet(*net);
  const InfillVocabulary& v = infill.vocabulary_;
  if (infill.net_.word_count() != v.id_count() || infill.net_.output_count() != v.output_count())
    return std::nullopt;
  for (std::uint16_t i = 0; i < v.output_count(); ++i) {
    const std::string_view word = i < v.guessed() ? v.text(i) : "";
    const bool capital = word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z';
    const bool pronoun = std::any_of(std::begin(forms), std::end(forms),
                                     [&](const Form& f) { return f.text == word; });
    infill.kinds_.push_back(pronoun                                                  ? pronoun_kind
                            : capital || i >= v.guessed() + InfillVocabulary::person ? name_kind
                                                                                     : neither);
  }
  return infill;
}

std::string write_infill(const InfillVocabulary& vocabulary, const InfillNetContents& net) {
  const std::string forms_bytes = write_forms(vocabulary.words());
  return four_bytes(vocabulary.guessed()) +
         four_bytes(static_cast<std::uint32_t>(forms_bytes.size())) + forms_bytes + write_net(net);
}

}  // namespace palimpsest
