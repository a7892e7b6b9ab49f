// Tested by tests/core/cluster_cases_test.cpp.
#include "cluster/resolve.h"

#include <algorithm>
#include <map>

#include "cluster/binding.h"
#include "cluster/body_names.h"
#include "cluster/choice.h"
#include "cluster/gender.h"
#include "cluster/items.h"
#include "cluster/name.h"
#include "cluster/pleonastic.h"
#include "text/outer_first.h"

namespace palimpsest {
namespace {

constexpr std::size_t most_candidates = 40;  // of one pronoun, the latest
constexpr std::uint32_t window = 20;         // sentences; farther back more is wrong than right

constexpr int sure = 75;  // per cent: less does not tell the gender of what a pronoun stands for

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
    for (std::size_t i = 0; i < clusters.size(); ++i)
      if (clusters[i].kind == EntityKind::person && text.model != nullptr)
        referents_[i].female = share_of_women(text, mentions[clusters[i].mentions[0]].span);
    nouns_of_.resize(referents_.size());
  }

  Resolution run();

 private:
  char number_of(const Cluster& cluster) const {
    if (cluster.kind == EntityKind::organisation) return 'b';
    if (cluster.kind == EntityKind::norp) return 'p';
    const CleanSpan name = mentions_[cluster.mentions[0]].span;
    return names_several(reading_, name, cluster.kind) ? 'p' : 's';
  }
  void know_named_nouns();
  std::uint32_t referent_of(const Nominal& nominal);
  void speak(std::uint32_t id, const Item& item);
  void resolve(const std::vector<Item>& items, std::size_t at);
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
      no_index - 2;  // the sentence where two persons were last named together
  std::uint32_t last_sentence_ = no_index;  // where something was last spoken of
  std::uint32_t widest_end_ = 0;            // of what was spoken of so far
  std::vector<std::uint32_t> speakers_;     // of each quotation; no_index for one not named
  std::size_t last_person_ = 0;             // the last token of the last person's name
  std::array<std::uint32_t, 4> last_choice_ = {no_index, no_index, no_index, no_index};
  std::array<std::uint32_t, 4> choice_before_ = last_choice_;
  std::vector<Anaphor> found_;
};

/// "Petitioner" that was found as a name, and "the Petitioner", are one.
void Resolver::know_named_nouns() {
  for (const Mention& mention : mentions_) {
    if (mention.kind != EntityKind::person || mention.form != Form::name ||
        mention.entity == no_index)
      continue;
    std::string word = folded_word(mention.span.of(reading_.text().text));
    const Noun* const found = noun(word);
    if (found != nullptr && found->number == 's' && found->kind == EntityKind::person)
      known_nouns_.emplace(std::move(word), mention.entity);
  }
}

/// "the woman" is the last woman spoken of so; "a woman" is another one.
std::uint32_t Resolver::referent_of(const Nominal& nominal) {
  if (nominal.named != no_index && mentions_[nominal.named].entity != no_index)
    return mentions_[nominal.named].entity;
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
  referent.latest.leads = referent.latest.sentence != last_sentence_;
  last_sentence_ = referent.latest.sentence;
  referent.latest.within = item.span.end <= widest_end_;
  widest_end_ = std::max(widest_end_, item.span.end);
  if (referent.seen == 1) referent.since = referent.latest.sentence;
  if (referent.latest.part == Part::subject) ++referent.subjects;
  referent.says = referent.says || referent.latest.says;
  if (item.pronoun != nullptr) ++referent.pronouns;
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
  place.given = given_;
  place.choice_before = choice_before_[last_row];
  if (place.at.quotation < speakers_.size()) place.speaker = speakers_[place.at.quotation];
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
    if (place.at.sentence - r.latest.sentence <= window) ++place.fitting;
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
    if (is_own_object(reading_, place, r)) continue;
    add(id, features_of(reading_, place, id, r, {.rank = rank, .busiest = r.seen == most_seen}));
    ++rank;
  }
  if (const std::size_t i = subject_ahead(reading_, items, at); i < items.size()) {
    const std::uint32_t id = mentions_[items[i].mention].entity;
    Referent r = referents_[id];
    if (could_stand_for(place, r) && agrees(r)) {
      r.latest = spoken_at(reading_, items[i].first, items[i].last);
      add(id, features_of(reading_, place, id, r, {.rank = 3, .ahead = true}));
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
  if (id == no_index || !is_answer(place.pronoun_class, share, given_)) return;
  Referent& referent = referents_[id];
  // A thing without a name is no entity of the reader's.
  const bool plain = id >= names_ && !given_ && referent.kind == EntityKind::work;
  if (!plain)
    found_.push_back({.span = item.span,
                      .referent = id,
                      .kind = referent.kind,
                      .confidence = static_cast<std::uint8_t>(std::clamp(share, 1, 99)),
                      .why = reason_of(choice.candidates[best].features)});
  if (place.pronoun_class == PronounClass::he_she && referent.gender == Gender::unknown &&
      share >= sure) {
    referent.gender = wanted;
    if (id < names_) clusters_[id].gender = wanted;
  }
  choice_before_[last_row] = last_choice_[last_row];
  last_choice_[last_row] = id;
  speak(id, item);
}

Resolution Resolver::run() {
  const std::vector<Nominal> nominals =
      given_ ? given_nominals(reading_, mentions_) : find_nominals(reading_, mentions_);
  know_named_nouns();
  const std::vector<Item> items = read_items(reading_, mentions_, nominals);
  speakers_ = speakers_of(reading_, items, mentions_);
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
    if (!given_ && (referents_[id].pronouns == 0 || referents_[id].kind == EntityKind::work))
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
