// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/resolve.h"

#include <algorithm>
#include <array>
#include <map>

#include "cluster/body_names.h"
#include "cluster/items.h"
#include "cluster/name.h"
#include "cluster/pleonastic.h"
#include "text/outer_first.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_candidates = 40;  // of one pronoun, the latest
constexpr std::size_t most_ahead = 24;  // tokens from a pronoun to the subject behind its phrase
constexpr std::uint32_t window = 20;    // sentences; farther back more is wrong than right

// Least confidence, per cent, for an answer. Dev sets: at these it and they are right four times in
// five.
constexpr std::array<int, pronoun_classes> least = {0, 58, 66};

constexpr int sure = 75;  // per cent: less does not tell the gender of what a pronoun stands for

// exp(-i / 8) in 65536ths: shares are computed in whole numbers, so that they are the same on every
// machine.
constexpr auto shares = [] {
  std::array<std::uint32_t, 96> table{};
  double value = 65536;
  for (auto& entry : table) {
    entry = static_cast<std::uint32_t>(value);
    value *= 0.8824969025845955;  // exp(-1 / 8)
  }
  return table;
}();
constexpr int weight_unit = 32;  // see PronounWeights

PronounClass class_of(const Pronoun& p) {
  return p.number != 's' || p.word == "themself" ? PronounClass::they
         : p.gender == 'n'                       ? PronounClass::it
                                                 : PronounClass::he_she;
}

int score_of(const std::vector<Feature>& features, PronounClass c, const PronounWeights& weights) {
  int score = 0;
  for (const Feature feature : features)
    score += weights[static_cast<std::size_t>(c)][static_cast<std::size_t>(feature)];
  return score;
}

/// The best one's share of the choice, per cent.
int share_of_best(const std::vector<int>& scores, int best) {
  std::uint64_t sum = 0;
  for (const int score : scores) {
    const auto step = static_cast<std::size_t>((best - score) / (weight_unit / 8));
    if (step < shares.size()) sum += shares[step];
  }
  return static_cast<int>(std::uint64_t{shares[0]} * 100 / std::max<std::uint64_t>(sum, 1));
}

std::string reason(const std::vector<Feature>& features) {
  const auto has = [&](Feature f) {
    return std::find(features.begin(), features.end(), f) != features.end();
  };
  std::string why = has(Feature::ahead) || has(Feature::ahead_other)
                        ? "named right behind it in the same sentence"
                    : has(Feature::subject_here)    ? "the subject earlier in the sentence"
                    : has(Feature::same_sentence)   ? "spoken of earlier in the sentence"
                    : has(Feature::subject_before)  ? "the subject of the sentence before"
                    : has(Feature::sentence_before) ? "spoken of in the sentence before"
                                                    : "spoken of a few sentences before";
  if (has(Feature::gender_agrees)) why += ", and the gender fits";
  if (has(Feature::busiest)) why += "; of all that fit, the one spoken of most";
  return why;
}

class Resolver {
 public:
  Resolver(const ClusterText& text, const std::vector<Mention>& mentions,
           std::vector<Cluster>& clusters, const PronounWeights& weights, const Teacher* teacher)
      : reading_(text),
        bodies_(reading_, mentions),
        mentions_(mentions),
        clusters_(clusters),
        weights_(weights),
        teacher_(teacher),
        names_(static_cast<std::uint32_t>(clusters.size())) {
    // Common nouns that the caller brings along stand as they are; else they are found like
    // pronouns.
    given_ = text.options.given.has_value() &&
             std::any_of(mentions.begin(), mentions.end(),
                         [](const Mention& m) { return m.form == Form::nominal; });
    for (const Cluster& cluster : clusters)
      referents_.push_back({.kind = cluster.kind,
                            .gender = cluster.gender,
                            .number = number_of(cluster),
                            .named = true,
                            .definite = true,
                            .latest = {}});
    nouns_of_.resize(referents_.size());
  }

  Resolution run();

 private:
  static char number_of(const Cluster& cluster) {
    return cluster.kind == EntityKind::organisation ? 'b'
           : cluster.kind == EntityKind::norp       ? 'p'
                                                    : 's';
  }
  std::uint32_t referent_of(const Nominal& nominal);
  void speak(std::uint32_t id, const Item& item);
  void resolve(const std::vector<Item>& items, std::size_t at);
  bool is_own_object(const PronounPlace& place, const Referent& subject) const;
  std::size_t subject_ahead(const std::vector<Item>& items, std::size_t at) const;
  std::vector<CleanSpan> spans_of(std::uint32_t id) const {
    const auto& all = nouns_of_[id];
    return {all.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(all.size(), 8)),
            all.end()};
  }

  TextReading reading_;
  BodyNames bodies_;
  const std::vector<Mention>& mentions_;
  std::vector<Cluster>& clusters_;
  const PronounWeights& weights_;
  const Teacher* teacher_;
  std::uint32_t names_;  // clusters come first among the referents
  bool given_ = false;
  std::vector<Referent> referents_;
  std::vector<std::vector<CleanSpan>>
      nouns_of_;                       // of each referent its names and nouns; for training
  std::vector<std::uint32_t> recent_;  // the latest last
  std::map<std::string, std::uint32_t, std::less<>> known_nouns_;
  std::uint32_t last_pair_ =
      no_index - 2;              // the sentence where two persons were last named together
  std::size_t last_person_ = 0;  // the last token of the last person's name
  std::array<std::uint32_t, 4> last_choice_ = {no_index, no_index, no_index, no_index};
  std::vector<Anaphor> found_;
};

/// "the woman" is the last woman spoken of so; "a woman" is another one.
std::uint32_t Resolver::referent_of(const Nominal& nominal) {
  if (nominal.named != no_index) return mentions_[nominal.named].entity;
  if (const std::uint32_t body = bodies_.only_body(nominal); body != no_index) return body;
  std::string key = nominal.head;
  if (nominal.possessed)
    key.insert(0, folded_word(reading_.word(nominal.first)) + " ");  // "her father"
  const auto known = known_nouns_.find(key);
  if (nominal.definite && known != known_nouns_.end()) return known->second;
  const auto id = static_cast<std::uint32_t>(referents_.size());
  referents_.push_back({.kind = nominal.kind,
                        .gender = nominal.gender,
                        .number = nominal.number,
                        .definite = nominal.definite,
                        .latest = {}});
  nouns_of_.emplace_back();
  known_nouns_.insert_or_assign(std::move(key), id);
  return id;
}

void Resolver::speak(std::uint32_t id, const Item& item) {
  Referent& referent = referents_[id];
  const auto there = std::find(recent_.begin(), recent_.end(), id);
  if (there != recent_.end()) recent_.erase(there);
  recent_.push_back(id);
  if (recent_.size() > most_candidates) recent_.erase(recent_.begin());
  ++referent.seen;
  if (referent.kind == EntityKind::person && item.mention != no_index) {
    const std::size_t gap = item.first - last_person_;
    for (std::size_t k = last_person_ + 1; gap < 14 && k < item.first; ++k) {
      if (reading_.is_edge(k)) break;
      if (reading_.word(k) == "and") last_pair_ = reading_.sentence(item.first);
    }
    last_person_ = item.last;
  }
  referent.latest = spoken_at(reading_, item.first, item.last);
  referent.latest.part = item.pronoun == nullptr
                             ? reading_.part(item.first, item.last)
                             : reading_.part_of_pronoun(item.first, *item.pronoun);
  referent.latest.pronoun = item.pronoun != nullptr;
  if (item.pronoun != nullptr) ++referent.pronouns;
}

/// "Trump thanked [him]": with nothing but verbs between, the object is never the subject itself.
bool Resolver::is_own_object(const PronounPlace& place, const Referent& subject) const {
  if (place.at.part != Part::object || place.pronoun->reflexive ||
      subject.latest.part != Part::subject || subject.latest.clause != place.at.clause)
    return false;
  for (std::size_t i = subject.latest.last + 1; i < place.at.first; ++i)
    if (reading_.is_edge(i) || reading_.word_class(i) == WordClass::preposition ||
        reading_.word_class(i) == WordClass::coordinator)
      return false;
  return true;
}

/// "In [his] message, Putin", "When [he] left, Putin": the name right behind the comma that ends
/// the phrase in which the pronoun stands, at the beginning of the sentence. items.size() for none.
std::size_t Resolver::subject_ahead(const std::vector<Item>& items, std::size_t at) const {
  const Tokens& tokens = reading_.tokens();
  const std::size_t token = items[at].first;
  std::size_t begin = token;
  while (begin > 0 && reading_.sentence(begin - 1) == reading_.sentence(token)) {
    if (token - --begin > most_ahead || tokens[begin].is(',')) return items.size();
  }
  while (begin < token && !tokens[begin].is_word()) ++begin;
  const WordClass c = reading_.word_class(begin);
  if (c != WordClass::preposition && c != WordClass::subordinator) return items.size();
  std::size_t comma = token;
  while (!tokens[comma].is(',')) {
    if (++comma >= tokens.size() || comma - token > most_ahead ||
        reading_.sentence(comma) != reading_.sentence(token))
      return items.size();
  }
  for (std::size_t i = at + 1; i < items.size() && i < at + 12; ++i) {
    if (items[i].first < comma) continue;
    // Only a title may stand between.
    for (std::size_t k = comma + 1; k < items[i].first; ++k)
      if (tokens[k].is_word() && tokens[k].shape() == WordShape::lower &&
          reading_.word_class(k) != WordClass::determiner)
        return items.size();
    return items[i].mention != no_index && items[i].first - comma < most_ahead ? i : items.size();
  }
  return items.size();
}

void Resolver::resolve(const std::vector<Item>& items, std::size_t at) {
  const Item& item = items[at];
  PronounPlace place{.pronoun_class = class_of(*item.pronoun),
                     .pronoun = item.pronoun,
                     .token = item.first,
                     .at = spoken_at(reading_, item.first, item.last)};
  place.at.part = reading_.part_of_pronoun(item.first, *item.pronoun);
  const std::size_t behind = reading_.behind(item.first), before = reading_.before(item.first);
  const std::size_t none = reading_.tokens().size();
  place.says = (behind < none && reading_.word_class(behind) == WordClass::saying) ||
               (before < none && reading_.word_class(before) == WordClass::saying);
  const auto row = static_cast<std::size_t>(place.pronoun_class);
  const std::size_t last_row = row == 0 && item.pronoun->gender == 'f' ? 3 : row;
  place.last_choice = last_choice_[last_row];
  place.pleonastic = place.pronoun_class == PronounClass::it && is_pleonastic(reading_, item.first);

  const Gender wanted = item.pronoun->gender == 'm'   ? Gender::male
                        : item.pronoun->gender == 'f' ? Gender::female
                                                      : Gender::unknown;
  const auto agrees = [&](const Referent& r) {
    return wanted == Gender::unknown || r.gender == Gender::unknown || r.gender == wanted;
  };
  std::uint32_t most_seen = 0;
  bool any_near = false;
  for (const std::uint32_t id : recent_) {
    const Referent& r = referents_[id];
    if (!could_stand_for(place, r) || !agrees(r)) continue;
    most_seen = std::max(most_seen, r.seen);
    any_near = any_near || place.at.sentence - r.latest.sentence < 2;
  }
  Choice choice{.token = item.first, .pronoun_class = place.pronoun_class, .candidates = {}};
  std::vector<int> scores;
  const auto add = [&](std::uint32_t id, std::vector<Feature> features) {
    scores.push_back(score_of(features, place.pronoun_class, weights_));
    choice.candidates.push_back({id, {}, std::move(features)});
  };
  std::size_t rank = 0;
  for (std::size_t i = recent_.size(); i-- > 0;) {
    const std::uint32_t id = recent_[i];
    const Referent& r = referents_[id];
    if (place.at.sentence - r.latest.sentence > window) break;
    if (!could_stand_for(place, r) || !agrees(r)) continue;
    if (r.latest.last >= item.first) continue;  // "[his] wife" stands around its own pronoun
    if (is_own_object(place, r)) continue;
    add(id, features_of(reading_, place, id, r, rank, r.seen == most_seen, false));
    ++rank;
  }
  if (const std::size_t i = subject_ahead(items, at); i < items.size()) {
    const std::uint32_t id = mentions_[items[i].mention].entity;
    Referent r = referents_[id];
    if (could_stand_for(place, r) && agrees(r)) {
      r.latest = spoken_at(reading_, items[i].first, items[i].last);
      add(id, features_of(reading_, place, id, r, 3, false, true));
      if (teacher_ != nullptr) choice.candidates.back().spans = {items[i].span};
    }
  }
  if (place.pronoun_class != PronounClass::he_she)
    add(no_index,
        features_of_nothing(place, any_near,
                            last_pair_ != no_index && place.at.sentence - last_pair_ < 2));
  if (choice.candidates.empty()) return;
  auto best =
      static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  int share = share_of_best(scores, scores[best]);
  if (teacher_ != nullptr) {
    for (Choice::Candidate& candidate : choice.candidates)
      if (candidate.referent != no_index && candidate.spans.empty())
        candidate.spans = spans_of(candidate.referent);
    if (const std::uint32_t right = (*teacher_)(choice); right != no_index) {
      best = right;
      share = 100;
    }
  }
  const std::uint32_t id = choice.candidates[best].referent;
  if (id == no_index || share < least[row]) return;
  Referent& referent = referents_[id];
  // A thing or place without a name is no entity of the reader's.
  const bool plain = id >= names_ && !given_ && referent.kind != EntityKind::person &&
                     referent.kind != EntityKind::organisation;
  if (!plain)
    found_.push_back({.span = item.span,
                      .referent = id,
                      .kind = referent.kind,
                      .confidence = static_cast<std::uint8_t>(std::clamp(share, 1, 99)),
                      .why = reason(choice.candidates[best].features)});
  if (place.pronoun_class == PronounClass::he_she && referent.gender == Gender::unknown &&
      share >= sure) {
    referent.gender = wanted;
    if (id < names_) clusters_[id].gender = wanted;
  }
  last_choice_[last_row] = id;
  speak(id, item);
}

Resolution Resolver::run() {
  std::vector<Nominal> nominals;
  if (given_) {
    for (const Mention& m : mentions_)
      if (m.form == Form::nominal && m.entity == no_index && is_named(m.kind)) {
        Nominal nominal = read_nominal(reading_, m.span, m.kind);
        if (!stands_for_no_one(nominal.head)) nominals.push_back(std::move(nominal));
      }
  } else {
    nominals = find_nominals(reading_, mentions_);
  }
  const std::vector<Item> items = read_items(reading_, mentions_, nominals);
  std::vector<std::uint32_t> referent_of_nominal(nominals.size(), no_index);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (item.pronoun != nullptr) {
      resolve(items, i);
      continue;
    }
    std::uint32_t id;
    if (item.mention != no_index) {
      id = mentions_[item.mention].entity;
    } else {
      id = referent_of_nominal[item.nominal] = referent_of(nominals[item.nominal]);
    }
    if (teacher_ != nullptr) nouns_of_[id].push_back(item.span);
    speak(id, item);
  }
  // The nouns that a pronoun stands for are spoken of themselves.
  for (std::size_t i = 0; i < nominals.size(); ++i) {
    const std::uint32_t id = referent_of_nominal[i];
    if (id == no_index || nominals[i].named != no_index) continue;
    if (id < names_) {
      found_.push_back({.span = nominals[i].span,
                        .referent = id,
                        .kind = referents_[id].kind,
                        .form = Form::nominal,
                        .confidence = 75,
                        .why = "the only one named in this text that is called so"});
      continue;
    }
    if (!given_ &&
        (referents_[id].pronouns == 0 || (referents_[id].kind != EntityKind::person &&
                                          referents_[id].kind != EntityKind::organisation)))
      continue;
    found_.push_back({.span = nominals[i].span,
                      .referent = id,
                      .kind = referents_[id].kind,
                      .form = Form::nominal,
                      .confidence = 70,
                      .why = "a pronoun stands for it"});
  }
  sort_outer_first(found_);
  return {std::move(found_),
          {referents_.begin() + static_cast<std::ptrdiff_t>(names_), referents_.end()}};
}

}  // namespace

Resolution resolve_pronouns(const ClusterText& text, const std::vector<Mention>& mentions,
                            std::vector<Cluster>& clusters, const PronounWeights& weights,
                            const Teacher* teacher) {
  return Resolver(text, mentions, clusters, weights, teacher).run();
}

}  // namespace palimpsest
