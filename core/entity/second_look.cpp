// Tested by tests/core/tagger_test.cpp.
#include "entity/second_look.h"

#include <algorithm>

#include "model/hash.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t certain = 16;

std::uint8_t votes_of(float probability) {
  return static_cast<std::uint8_t>(probability * static_cast<float>(certain) + 0.5f);
}

}  // namespace

Agreement::Agreement(const NameText& text, std::span<const FoundName> names)
    : text_(text), votes_(text.document.counts.size()), own_(text.units.units.size()) {
  // Places where the word is no name count if it is written like one inside a sentence: at the
  // start of a sentence the capital says nothing.
  for (std::size_t i = 0; i < own_.size(); ++i) {
    const Word& w = text.word(i);
    own_[i].counts = w.letters && w.name_like && text.first[i] == 0;
  }
  for (const FoundName& name : names)
    for (std::uint32_t i = name.first; i <= name.last; ++i)
      own_[i] = {.kind = name.kind,
                 .votes = votes_of(name.probability),
                 .wide = name.last > name.first,
                 .counts = text.word(i).letters};
  for (std::size_t i = 0; i < own_.size(); ++i) {
    if (!own_[i].counts) continue;
    Votes& v = votes_[text.document.type_of[text.word_of[i]]];
    v.sum[own_[i].kind] += own_[i].votes;
    if (own_[i].wide) v.wide[own_[i].kind] += own_[i].votes;
  }
}

Agreement::Other Agreement::others(std::size_t i) const {
  Other other;
  const Word& w = text_.word(i);
  // "Party" and "President" are parts of all sorts of names and agree on nothing.
  if (!w.name_like || !w.letters || w.roles != 0) return other;
  const Votes& v = votes_[text_.document.type_of[text_.word_of[i]]];
  for (std::size_t k = 0; k < kinds; ++k) {
    const bool mine = own_[i].counts && own_[i].kind == k;
    const std::uint32_t n = v.sum[k] - (mine ? own_[i].votes : 0);
    other.total += n;
    if (n <= other.votes) continue;
    other.kind = k;
    other.votes = n;
    other.wide = v.wide[k] > (mine && own_[i].wide ? own_[i].votes : 0u);
  }
  return other;
}

void Agreement::features(std::size_t i, std::vector<Feature>& out) const {
  const Other other = others(i);
  if (other.votes < certain / 4) return;
  const std::uint32_t share = other.votes * 10 / other.total;
  const std::uint64_t sure = share >= 9 ? 2 : share >= 6 ? 1 : 0;
  const std::uint64_t much = other.votes >= 4 * certain       ? 2
                             : other.votes >= certain * 3 / 2 ? 1
                                                              : 0;
  const std::uint64_t code = (other.kind * 3 + sure) * 3 + much;
  add_feature(out, Template::agreement, code, other.wide, 1);
  add_feature(out, Template::agreement, other.kind, text_.first[i],
              2 + static_cast<std::uint64_t>(text_.word(i).shape));
}

bool Agreement::asks_again(std::size_t i) const {
  const Other other = others(i);
  if (other.votes < certain / 4) return false;
  return other.kind != own_[i].kind || own_[i].votes < certain * 9 / 10;
}

std::vector<FoundName> second_look(const NameText& text, std::vector<FoundName> first,
                                   Scorer& scorer, const Weights& weights) {
  if (text.units.chains.size() < least_chains) return first;
  const Agreement agreement(text, first);
  std::vector<FoundName> names;
  std::vector<ScoreRow> rows;
  std::vector<Feature> features;
  std::size_t next = 0;
  for (std::uint32_t chain = 0; chain < text.units.chains.size(); ++chain) {
    const std::uint32_t begin = text.units.chains[chain], end = text.units.chain_end(chain);
    const std::size_t from = next;
    while (next < first.size() && first[next].chain == chain) ++next;
    bool again = false;
    for (std::uint32_t i = begin; i < end && !again; ++i) again = agreement.asks_again(i);
    if (!again) {
      names.insert(names.end(), first.begin() + static_cast<std::ptrdiff_t>(from),
                   first.begin() + static_cast<std::ptrdiff_t>(next));
      continue;
    }
    scorer.score(begin, end, rows);
    for (std::uint32_t i = begin; i < end; ++i) {
      features.clear();
      agreement.features(i, features);
      scorer.add(features, rows[i - begin]);
    }
    find_in_chain(rows, weights, begin, chain, names);
  }
  return names;
}

}  // namespace palimpsest
