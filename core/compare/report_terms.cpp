// Tested by tests/core/report_test.cpp; the weights were set on the open half of
// tests/quality/reports.
#include "compare/report_terms.h"

#include <algorithm>

#include "compare/report_words.h"
#include "compare/words.h"
#include "model/hash.h"
#include "text/key_numbers.h"
#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

// Of the weight of a term: a synonym instead of the word, two words side by side, a name whose
// words count as well.
constexpr float synonym_share = 0.8F, pair_share = 0.3F, name_share = 0.4F;
constexpr float commonness = 6;  // sentences that may share a term before it counts half

class TermReader {
 public:
  TermReader(const ReportText& r, KeyNumbers& groups) : r_(r), groups_(groups) {}

  SideTerms read() {
    std::vector<std::uint64_t> keys;
    side_.begins.push_back(0);
    for (const ReportSentence& sentence : r_.sentences) {
      read_sentence(sentence);
      while (keys.size() < side_.terms.size())
        keys.push_back(two_keys(side_.begins.back(), side_.terms[keys.size()].group));
      side_.begins.push_back(static_cast<std::uint32_t>(side_.terms.size()));
    }
    put_in_order(side_.terms, order_of(keys));
    return std::move(side_);
  }

 private:
  void read_sentence(const ReportSentence& sentence) {
    const ReportUnit* before = nullptr;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const ReportUnit& unit = r_.units[i];
      if (!unit.is_content()) continue;
      const auto rarity = static_cast<float>(unit.rarity);
      const std::uint64_t group =
          unit.synonyms == 0 ? unit.key : mix_bits(std::uint64_t{unit.synonyms} + 0xA11CE);
      add(unit.key, group, unit.sort == UnitSort::name ? rarity * name_share : rarity, i);
      const bool pronoun = unit.sort == UnitSort::pronoun;
      if (!pronoun && unit.mention != no_index) add_words_of_name(i);
      if (before != nullptr && !pronoun) {
        const std::uint64_t pair = mix_bits(before->key + 3 * unit.key);
        add(pair, pair, static_cast<float>(std::min(before->rarity, unit.rarity)) * pair_share, i);
      }
      before = pronoun ? nullptr : &unit;
    }
  }

  /// The words of a name: a heading or another paper may have only some of them.
  void add_words_of_name(std::uint32_t index) {
    const CleanSpan span = r_.units[index].span;
    const Tokens& tokens = r_.doc.tokens;
    for (std::size_t i = tokens.at(span.begin); tokens.begin_of(i) < span.end; ++i) {
      if (!tokens[i].is_word() || tokens.span(i).size() < 2) continue;
      const std::string lower = lower_case(tokens.of(r_.text, i));
      if (is_function_word(key_of(lower))) continue;
      const std::string stem = stem_of(lower);
      const std::uint64_t key = hash_text(stem);
      add(key, key, static_cast<float>(rarity_of(stem)), index);
    }
  }

  /// The first of a group in a sentence stays.
  void add(std::uint64_t key, std::uint64_t group, float weight, std::uint32_t unit) {
    const std::uint32_t number = groups_.add(group);
    if (number >= seen_in_.size()) seen_in_.resize(2 * (number + 1), 0);
    const auto sentence = static_cast<std::uint32_t>(side_.begins.size());
    if (seen_in_[number] == sentence) return;
    seen_in_[number] = sentence;
    side_.terms.push_back({key, number, unit, weight});
  }

  const ReportText& r_;
  KeyNumbers& groups_;
  SideTerms side_;
  std::vector<std::uint32_t> seen_in_;  // by group: the last sentence that has it, from 1 on
};

/// Beyond the first sentence of each text, how many have each group.
void count_more(const SideTerms& side, std::vector<std::uint32_t>& more) {
  std::vector<bool> seen(more.size(), false);
  for (const SentenceTerm& term : side.terms) {
    more[term.group] += seen[term.group];
    seen[term.group] = true;
  }
}

void weigh(SideTerms& side, const std::vector<std::uint32_t>& more) {
  for (SentenceTerm& term : side.terms)
    term.weight *= commonness / (commonness + static_cast<float>(more[term.group]));
  for (std::size_t s = 0; s + 1 < side.begins.size(); ++s) {
    float sum = 0;
    for (std::uint32_t i = side.begins[s]; i < side.begins[s + 1]; ++i) sum += side.terms[i].weight;
    side.weights.push_back(sum);
  }
}

}  // namespace

SentenceTerms read_terms(const ReportText& a, const ReportText& b) {
  KeyNumbers groups(a.units.size() + b.units.size());
  SentenceTerms terms{TermReader(a, groups).read(), TermReader(b, groups).read(), 0};
  terms.groups = groups.size();
  std::vector<std::uint32_t> more(terms.groups, 0);
  count_more(terms.a, more);
  count_more(terms.b, more);
  weigh(terms.a, more);
  weigh(terms.b, more);
  return terms;
}

void find_shared_terms(std::span<const SentenceTerm> a, std::span<const SentenceTerm> b,
                       std::vector<SharedTerm>& shared) {
  shared.clear();
  for (std::uint32_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].group != b[j].group) {
      a[i].group < b[j].group ? ++i : ++j;
      continue;
    }
    const float share = a[i].key == b[j].key ? 1 : synonym_share;
    shared.push_back({i, j, share * std::min(a[i].weight, b[j].weight)});
    ++i, ++j;
  }
}

}  // namespace palimpsest
