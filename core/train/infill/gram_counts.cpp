#include "train/infill/gram_counts.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "restore/infill_words.h"
#include "train/infill/numbers.h"

namespace palimpsest::train {
namespace {

constexpr float discount = 0.7f;
constexpr std::uint32_t least = 2;  // a sequence that occurs less often tells nothing
// From so many on, how often a sequence occurs counts no more: else the file would be full of what
// press releases say again and again.
constexpr float enough = 400;
constexpr float least_weight = 0.06f;

struct Found {
  float gain = 0;
  CountedGram gram;
};

/// Probabilities of words beside one neighbour, and what others share.
struct Pairs {
  std::unordered_map<std::uint64_t, float> known;  // by neighbour and word
  std::vector<float> rest = std::vector<float>(65536, 1.f);

  float of(std::uint16_t neighbour, std::uint16_t word, float alone) const {
    const auto at = known.find(std::uint64_t{neighbour} << 16 | word);
    return at == known.end() ? rest[neighbour] * alone : at->second;
  }
};

class Counting {
 public:
  Counting(const NetCorpus& corpus, std::uint16_t guessed, const GramOptions& options)
      : corpus_(corpus), guessed_(guessed), options_(options) {
    alone_.assign(guessed + 1u, 0.5f);
    float all = 0;
    for (const std::uint16_t id : corpus.ids)
      if (id != InfillVocabulary::edge) ++alone_[word_of(id)], ++all;
    for (float& p : alone_) p /= all;
  }

  void count(std::uint8_t kind) {
    std::vector<std::uint64_t> keys;  // context, then word
    const std::vector<std::uint16_t>& ids = corpus_.ids;
    for (std::size_t i = 2; i + 2 < ids.size(); ++i)
      if (ids[i] != InfillVocabulary::edge && is_counted(corpus_, i))
        keys.push_back(gram_words(kind, &ids[i]) << 16 | word_of(ids[i]));
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0; i < keys.size();) {
      std::size_t end = i;
      while (end < keys.size() && keys[end] >> 16 == keys[i] >> 16) ++end;
      count_context(kind, keys, i, end);
      i = end;
    }
  }

  std::vector<CountedGram> best() {
    const std::size_t kept = std::min(options_.kept, found_.size());
    const auto order = [](const CountedGram& g) { return std::tuple(g.kind, g.context, g.word); };
    std::nth_element(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept),
                     found_.end(), [&](const Found& a, const Found& b) {
                       return a.gain != b.gain ? a.gain > b.gain : order(a.gram) < order(b.gram);
                     });
    std::vector<CountedGram> grams;
    for (std::size_t i = 0; i < kept; ++i) grams.push_back(found_[i].gram);
    return grams;
  }

 private:
  /// Words that are not guessed are one.
  std::uint16_t word_of(std::uint16_t id) const { return std::min(id, guessed_); }

  void count_context(std::uint8_t kind, const std::vector<std::uint64_t>& keys, std::size_t begin,
                     std::size_t end) {
    const std::uint64_t context = keys[begin] >> 16;
    const auto near = static_cast<std::uint16_t>(context & 0xFFFF);
    const bool pair = std::popcount(kind) == 1, left = (kind & 0b0011) != 0;
    float types = 1;
    for (std::size_t i = begin + 1; i < end; ++i) types += keys[i] != keys[i - 1];
    const auto total = static_cast<float>(end - begin);
    const float rest = discount * types / total;
    if (pair) (left ? before_ : behind_).rest[near] = rest;
    for (std::size_t i = begin; i < end;) {
      std::size_t next = i;
      while (next < end && keys[next] == keys[i]) ++next;
      const auto times = static_cast<float>(next - i);
      const auto word = static_cast<std::uint16_t>(keys[i] & 0xFFFF);
      i = next;
      float fewer = alone_[word];
      if (!pair) fewer = (left ? before_ : behind_).of(near, word, alone_[word]);
      if (kind == 0b0101) {
        const auto far = static_cast<std::uint16_t>(context >> 16);
        fewer = std::min(1.f, fewer * behind_.of(far, word, alone_[word]) / alone_[word]);
      }
      const float p = std::max(times - discount, 0.f) / total + rest * fewer;
      if (pair) (left ? before_ : behind_).known[std::uint64_t{near} << 16 | word] = p;
      const bool guessed = word < guessed_ && (word == InfillVocabulary::paragraph ||
                                               word >= InfillVocabulary::special_count);
      if (!guessed || times < static_cast<float>(least)) continue;
      const float weight =
          (pair ? options_.pair_share : options_.triple_share) * natural_log(p / (rest * fewer));
      if (weight < least_weight) continue;
      found_.push_back({std::sqrt(std::min(times, enough)) * weight,
                        {.context = context, .word = word, .kind = kind, .weight = weight}});
    }
  }

  const NetCorpus& corpus_;
  std::uint16_t guessed_;
  const GramOptions& options_;
  std::vector<float> alone_;
  Pairs before_, behind_;
  std::vector<Found> found_;
};

}  // namespace

std::uint64_t gram_words(std::uint8_t kind, const std::uint16_t* c) {
  const std::uint64_t l1 = c[-1], l2 = c[-2], r1 = c[1], r2 = c[2];
  switch (kind) {
    case 0b0001:
      return l1;
    case 0b0100:
      return r1;
    case 0b0011:
      return l2 << 16 | l1;
    case 0b1100:
      return r2 << 16 | r1;
    default:
      return r1 << 16 | l1;
  }
}

bool knows_context(std::uint8_t kind, const std::uint16_t* c) {
  constexpr std::uint16_t lost = InfillVocabulary::lost;
  return !((kind & 1 && c[-1] == lost) || (kind & 2 && c[-2] == lost) ||
           (kind & 4 && c[1] == lost) || (kind & 8 && c[2] == lost));
}

std::vector<CountedGram> count_grams(const NetCorpus& corpus, std::uint16_t guessed,
                                     const GramOptions& options) {
  Counting counting(corpus, guessed, options);
  for (const std::uint8_t kind : gram_kinds) counting.count(kind);
  return counting.best();
}

std::vector<GramEntry> write_counted(const std::vector<CountedGram>& grams,
                                     const std::vector<std::uint16_t>& numbers, std::int32_t step) {
  const auto neighbours = [&](const CountedGram& g) -> InfillNeighbours {
    const std::uint16_t near = numbers[g.context & 0xFFFF], far = numbers[g.context >> 16 & 0xFFFF];
    if (g.kind == 0b0101) return {.left = {near, 0}, .right = {far, 0}};
    if ((g.kind & 0b0011) != 0) return {.left = {near, far}, .right = {}};
    return {.left = {}, .right = {near, far}};
  };
  std::vector<GramEntry> entries;
  for (const CountedGram& g : grams) {
    const float steps = std::floor(g.weight * 1024 / static_cast<float>(step) + 0.5f);
    if (steps == 0) continue;
    entries.push_back({gram_key(g.kind, gram_context(g.kind, neighbours(g)), numbers[g.word]),
                       static_cast<std::int8_t>(std::clamp(steps, -15.f, 15.f))});
  }
  return entries;
}

}  // namespace palimpsest::train
