#include "train/infill/gram_counts.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

#include "restore/infill_words.h"
#include "train/infill/numbers.h"

namespace palimpsest::train {
namespace {

constexpr float discount = 0.7f;
constexpr std::uint32_t least = 3;  // a sequence that occurs less often tells nothing
// From so many on, how often a sequence occurs counts no more: else the file would be full of what
// press releases say again and again.
constexpr float enough = 400;

struct Found {
  float gain = 0, weight = 0;
  std::uint32_t key = 0;
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
  Counting(const NetCorpus& corpus, const std::vector<std::uint16_t>& numbers,
           std::uint16_t guessed, const GramOptions& options)
      : corpus_(corpus), numbers_(numbers), guessed_(guessed), options_(options) {
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
      if (ids[i] != InfillVocabulary::edge)
        keys.push_back(context(kind, &ids[i]) << 16 | word_of(ids[i]));
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0; i < keys.size();) {
      std::size_t end = i;
      while (end < keys.size() && keys[end] >> 16 == keys[i] >> 16) ++end;
      count_context(kind, keys, i, end);
      i = end;
    }
  }

  std::vector<GramEntry> best() {
    const std::size_t kept = std::min(options_.kept, found_.size());
    std::nth_element(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(kept),
                     found_.end(), [](const Found& a, const Found& b) {
                       return a.gain != b.gain ? a.gain > b.gain : a.key < b.key;
                     });
    found_.resize(kept);
    std::vector<GramEntry> entries;
    for (const Found& f : found_)
      entries.push_back(
          {f.key, static_cast<std::int8_t>(std::min(15.f, std::floor(f.weight / unit() + 0.5f)))});
    return entries;
  }

 private:
  float unit() const { return static_cast<float>(options_.step) / 1024; }
  /// Words that are not guessed are one.
  std::uint16_t word_of(std::uint16_t id) const { return std::min(id, guessed_); }

  /// The nearest neighbour in the lowest bits.
  static std::uint64_t context(std::uint8_t kind, const std::uint16_t* centre) {
    const std::uint64_t l1 = centre[-1], l2 = centre[-2], r1 = centre[1], r2 = centre[2];
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
  InfillNeighbours neighbours(std::uint8_t kind, std::uint64_t context) const {
    const std::uint16_t near = numbers_[context & 0xFFFF], far = numbers_[context >> 16 & 0xFFFF];
    if (kind == 0b0101) return {.left = {near, 0}, .right = {far, 0}};
    if ((kind & 0b0011) != 0) return {.left = {near, far}, .right = {}};
    return {.left = {}, .right = {near, far}};
  }

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
      if (weight < 0.6f * unit()) continue;
      const std::uint64_t place = gram_context(kind, neighbours(kind, context));
      found_.push_back({.gain = std::sqrt(std::min(times, enough)) * weight,
                        .weight = weight,
                        .key = gram_key(kind, place, numbers_[word])});
    }
  }

  const NetCorpus& corpus_;
  const std::vector<std::uint16_t>& numbers_;
  std::uint16_t guessed_;
  const GramOptions& options_;
  std::vector<float> alone_;
  Pairs before_, behind_;
  std::vector<Found> found_;
};

}  // namespace

std::vector<GramEntry> count_grams(const NetCorpus& corpus,
                                   const std::vector<std::uint16_t>& numbers, std::uint16_t guessed,
                                   const GramOptions& options) {
  Counting counting(corpus, numbers, guessed, options);
  for (const std::uint8_t kind : gram_kinds) counting.count(kind);
  return counting.best();
}

}  // namespace palimpsest::train
