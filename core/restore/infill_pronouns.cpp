// Tested by tests/core/infill_test.cpp.
#include "restore/infill_pronouns.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "restore/infill_net.h"

namespace palimpsest {
namespace {

using enum PronounFamily;

constexpr PronounForm forms[] = {
    // text        family subject object owner reflexive
    {"he", he, true, false, false, false},       {"him", he, false, true, false, false},
    {"his", he, false, false, true, false},      {"himself", he, false, false, false, true},
    {"she", she, true, false, false, false},     {"her", she, false, true, true, false},
    {"herself", she, false, false, false, true}, {"it", it, true, true, false, false},
    {"its", it, false, false, true, false},      {"itself", it, false, false, false, true},
    {"they", they, true, false, false, false},   {"them", they, false, true, false, false},
    {"their", they, false, false, true, false},  {"themselves", they, false, false, false, true},
    {"I", i, true, false, false, false},         {"me", i, false, true, false, false},
    {"my", i, false, false, true, false},        {"myself", i, false, false, false, true},
    {"we", we, true, false, false, false},       {"us", we, false, true, false, false},
    {"our", we, false, false, true, false},      {"ourselves", we, false, false, false, true},
    {"you", you, true, true, false, false},      {"your", you, false, false, true, false},
    {"who", who, true, false, false, false},     {"whom", who, false, true, false, false},
    {"whose", who, false, false, true, false},   {"which", who, true, true, false, false}};

// How often the families stand in news, outside of quotations and inside, in thousandths; and how
// many pronouns of a text weigh as much as that. These and the shares below were set on damaged
// training texts (GUM), where they put 48 % of lost pronouns right against 40 % without counts.
constexpr std::uint32_t usual[2][pronoun_family_count] = {{300, 100, 200, 200, 40, 40, 20, 100},
                                                          {120, 40, 120, 120, 220, 250, 90, 40}};
constexpr std::uint32_t usual_weight = 5;

// How many pronouns of the same somebody weigh as much as what is usual; all of them at most half,
// for guesses that lean on each other are wrong together. On damaged texts that were held out and
// on those of GUM's training part this puts 61 % right; without, 60 %.
constexpr std::uint64_t own_weight = 2;

// Logarithms of what is left of a family that does not fit: a twentieth where gender and number
// forbid it, three tenths where it is only unlikely ("we" for one person, "who" for a name).
constexpr std::int32_t forbidden = -3068, unlikely = -1233;

std::int32_t family_log(PronounFamily family, InfillReferent referent,
                        std::span<const std::uint32_t> counts, bool quoted) {
  std::uint64_t all = usual_weight;
  for (const std::uint32_t n : counts) all += n;
  const auto f = static_cast<std::size_t>(family);
  const std::uint64_t part = std::uint64_t{counts[f]} * 1000 + usual_weight * usual[quoted][f];
  std::int32_t log = natural_log(part) - natural_log(all * 1000);
  if (!may_stand_for(family, referent)) log += forbidden;
  if (family == who) log += unlikely;
  if (family == we && referent.any() && !referent.thing && !referent.several) log += unlikely;
  return log;
}

std::array<std::int32_t, pronoun_family_count> family_logs(InfillReferent referent,
                                                           std::span<const std::uint32_t> counts,
                                                           bool quoted, const PronounUses& uses) {
  std::array<std::int32_t, pronoun_family_count> logs{};
  std::uint64_t all = 0;
  for (std::size_t f = 0; f < pronoun_family_count; ++f) {
    logs[f] = family_log(static_cast<PronounFamily>(f), referent, counts, quoted);
    all += uses[f];
  }
  if (all == 0) return logs;
  constexpr std::uint64_t one = 1u << 30;
  const std::int32_t sum = log_sum(logs);
  const std::int32_t all_log = natural_log((2 * all + 1000 * own_weight) * one / 1000);
  for (std::size_t f = 0; f < pronoun_family_count; ++f) {
    if (static_cast<PronounFamily>(f) == who) {
      logs[f] -= sum;
      continue;
    }
    const std::uint64_t part = uses[f] * one / 1000 + (1000 * own_weight + all) *
                                                          probability(std::min(logs[f] - sum, 0)) /
                                                          1000;
    logs[f] = natural_log(std::max<std::uint64_t>(part, 1)) - all_log;
  }
  return logs;
}

/// The share of each family in the scores of the forms, in thousandths. "who" is no trait of
/// anybody: 0.
PronounUses shares_of(std::span<const std::int32_t> scores) {
  const std::int32_t sum = log_sum(scores);
  std::array<std::uint64_t, pronoun_family_count> parts{};
  for (std::size_t k = 0; k < std::size(forms); ++k)
    if (forms[k].family != who)
      parts[static_cast<std::size_t>(forms[k].family)] += probability(std::min(scores[k] - sum, 0));
  PronounUses shares{};
  for (std::size_t f = 0; f < parts.size(); ++f)
    shares[f] = static_cast<std::uint32_t>(parts[f] * 1000 >> 30);
  return shares;
}

}  // namespace

std::span<const PronounForm> pronoun_forms() { return forms; }

bool may_stand_for(PronounFamily family, InfillReferent r) {
  if (!r.any()) return true;
  switch (family) {
    case he:
      return r.male;
    case she:
      return r.female;
    case it:
      return r.thing;
    case they:
      return r.several;
    case i:
      return r.male || r.female;
    default:
      return true;
  }
}

std::vector<std::int32_t> weigh_pronouns(std::span<const std::int32_t> logs,
                                         InfillReferent referent, const PronounCounts& counts,
                                         bool quoted, const PronounUses& uses) {
  // What the place asks for, whosever it is: "he", "she" and "they" together speak for a subject.
  std::array<std::int32_t, 4> asked{};
  constexpr bool PronounForm::*use_of[] = {&PronounForm::subject, &PronounForm::object,
                                           &PronounForm::owner, &PronounForm::reflexive};
  for (std::size_t u = 0; u < asked.size(); ++u) {
    std::vector<std::int32_t> together;
    for (std::size_t k = 0; k < std::size(forms); ++k)
      if (forms[k].*use_of[u]) together.push_back(logs[k]);
    asked[u] = log_sum(together);
  }
  const auto families = family_logs(referent, counts[quoted], quoted, uses);
  std::vector<std::int32_t> scores;
  for (std::size_t k = 0; k < std::size(forms); ++k) {
    std::int32_t use = std::numeric_limits<std::int32_t>::min();
    for (std::size_t u = 0; u < asked.size(); ++u)
      if (forms[k].*use_of[u]) use = std::max(use, asked[u]);
    scores.push_back((logs[k] * 18 + use * 10) / 16 +
                     families[static_cast<std::size_t>(forms[k].family)]);
  }
  return scores;
}

std::vector<PronounUses> agree_on_pronouns(std::span<const PronounSlot> slots,
                                           const PronounCounts& counts) {
  constexpr int rounds = 3;
  std::vector<PronounUses> uses(slots.size()), own(slots.size());
  for (int round = 0; round < rounds; ++round) {
    std::map<std::pair<std::uint32_t, bool>, PronounUses> all;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const PronounSlot& slot = slots[i];
      own[i] = shares_of(weigh_pronouns(slot.logs, slot.referent, counts, slot.quoted, uses[i]));
      PronounUses& sum = all[{slot.whose, slot.quoted}];
      for (std::size_t f = 0; f < sum.size(); ++f)
        sum[f] += own[i][f] = own[i][f] * slot.weight / 1000;
    }
    for (std::size_t i = 0; i < slots.size(); ++i) {
      uses[i] = all[{slots[i].whose, slots[i].quoted}];
      for (std::size_t f = 0; f < uses[i].size(); ++f) uses[i][f] -= own[i][f];
    }
  }
  return uses;
}

}  // namespace palimpsest
