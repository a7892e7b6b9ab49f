// Unique sequences as anchors are the idea of patience diff (Bram Cohen); here the sequences have
// several units, are widened at once and chained by weight. Tested by
// tests/core/compare_laws_test.cpp.
#include "compare/anchors.h"

#include <algorithm>
#include <bit>
#include <span>

#include "text/order.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t free_place = 0xFFFFFFFF, repeated = 0xFFFFFFFE;

std::uint64_t mix(std::uint64_t h) {
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9;
  return h ^ (h >> 32);
}

/// The hashes of sequences of `length` keys, one after the other in constant time each.
class Rolling {
 public:
  Rolling(const std::uint64_t* keys, std::uint32_t length) : keys_(keys), length_(length) {
    for (std::uint32_t i = 0; i + 1 < length; ++i) {
      top_ *= base;
      sum_ = sum_ * base + keys[i];
    }
  }
  /// The hash of [at, at + length); `at` must go up by one from call to call.
  std::uint64_t next(std::uint32_t at) {
    sum_ = sum_ * base + keys_[at + length_ - 1];
    const std::uint64_t hash = sum_;
    sum_ -= keys_[at] * top_;
    return mix(hash);
  }

 private:
  static constexpr std::uint64_t base = 0x9E3779B97F4A7C15;
  const std::uint64_t* keys_;
  std::uint32_t length_;
  std::uint64_t sum_ = 0, top_ = 1;
};

}  // namespace

/// The sequences of one side that are looked at. Without a branch: whether a sequence is in the
/// sample cannot be guessed.
void AnchorFinder::sample(const std::uint64_t* keys, std::uint32_t count, std::uint32_t length,
                          std::uint32_t sampling) {
  const std::uint64_t skip = (std::uint64_t{1} << sampling) - 1;
  if (samples_.size() < count) samples_.resize(count);
  Sample* next = samples_.data();
  Rolling hashes(keys, length);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t hash = hashes.next(i);
    *next = {hash, i};
    next += (hash & skip) == 0;
  }
  sampled_ = static_cast<std::size_t>(next - samples_.data());
}

void AnchorFinder::find(const Version& a, const Version& b, Range range, std::uint32_t length,
                        std::uint32_t sampling, Work& work, std::vector<Run>& runs) {
  if (range.a_size() < length || range.b_size() < length) return;
  const std::uint64_t* const a_keys = a.keys.data() + range.a;
  const std::uint64_t* const b_keys = b.keys.data() + range.b;
  const std::uint32_t a_count = range.a_size() - length + 1, b_count = range.b_size() - length + 1;
  const std::uint32_t expected = (std::max(a_count, b_count) >> sampling) + 8;
  const std::uint32_t mask = std::bit_ceil(expected * 2) - 1;
  slots_.assign(mask + 1, {0, free_place, free_place});
  hits_.clear();
  std::uint64_t steps = a_count + b_count + (mask >> 2);
  // Past three in four places full (a sample may be lopsided) new sequences are left out: they are
  // then no anchors, which costs precision and never correctness.
  std::uint32_t room = mask - mask / 4;
  sample(a_keys, a_count, length, sampling);
  for (const auto& [hash, i] : std::span(samples_.data(), sampled_)) {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    auto at = static_cast<std::uint32_t>(hash >> 8) & mask;
    while (slots_[at].a != free_place && slots_[at].tag != tag) at = (at + 1) & mask, ++steps;
    if (slots_[at].a != free_place)
      slots_[at].a = repeated;
    else if (room > 0)
      slots_[at] = {tag, i, free_place}, --room;
  }
  sample(b_keys, b_count, length, sampling);
  for (const auto& [hash, j] : std::span(samples_.data(), sampled_)) {
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    auto at = static_cast<std::uint32_t>(hash >> 8) & mask;
    while (slots_[at].a != free_place && slots_[at].tag != tag) at = (at + 1) & mask, ++steps;
    if (slots_[at].a == free_place || slots_[at].a == repeated) continue;
    if (slots_[at].b == free_place) {
      slots_[at].b = j;
      hits_.push_back(at);
    } else {
      slots_[at].b = repeated;
    }
  }
  Run last{0, 0, 0};
  for (const std::uint32_t hit : hits_) {
    const Slot slot = slots_[hit];
    if (slot.b == repeated) continue;
    if (slot.b < last.b_end() && last.b <= slot.b && slot.a - last.a == slot.b - last.b) continue;
    std::uint32_t i = slot.a, j = slot.b;
    if (!std::equal(a_keys + i, a_keys + i + length, b_keys + j)) continue;
    if (!work.may_spend(steps)) break;
    while (i > 0 && j > 0 && a_keys[i - 1] == b_keys[j - 1]) --i, --j;
    std::uint32_t size = slot.a - i + length;
    while (i + size < range.a_size() && j + size < range.b_size() &&
           a_keys[i + size] == b_keys[j + size])
      ++size;
    steps += size;
    last = {i, j, size};
    runs.push_back({range.a + i, range.b + j, size});
  }
  work.spend(steps);
}

constexpr std::uint64_t per_paragraph = 400, per_sentence = 100;  // content words weigh 8

/// Of two passages that changed places the one with fewer paragraphs and sentences has moved.
std::uint64_t worth(const Version& a, const Run& run) {
  std::uint64_t sum = a.weight_of(run.a, run.a_end());
  for (std::uint32_t i = run.a; i < run.a_end(); ++i)
    sum += (a.units[i].is(Unit::paragraph) ? per_paragraph : 0) +
           (a.units[i].is(Unit::sentence) ? per_sentence : 0);
  return sum;
}

void keep_heaviest_chain(const Version& a, std::vector<Run>& runs) {
  const std::size_t count = runs.size();
  if (count == 0) return;
  sort_by(runs, [](const Run& run) { return two_keys(run.b, ~run.a); });
  const bool ordered = [&] {
    for (std::size_t i = 1; i < count; ++i)
      if (runs[i].a < runs[i - 1].a_end() || runs[i].b < runs[i - 1].b_end()) return false;
    return true;
  }();
  if (ordered) return;
  std::vector<std::uint64_t> starts;
  starts.reserve(count);
  for (const Run& run : runs) starts.push_back(run.a);
  const std::vector<std::uint32_t> by_a = order_of(starts);
  std::vector<std::uint32_t> rank(count);
  for (std::uint32_t i = 0; i < count; ++i)
    rank[by_a[i]] = i > 0 && runs[by_a[i]].a == runs[by_a[i - 1]].a ? rank[by_a[i - 1]] : i;
  // Fenwick tree of prefix maxima: the heaviest chain that ends at a rank below.
  constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Best {
    std::uint64_t weight = 0;
    std::uint32_t run = none;
  };
  std::vector<Best> tree(count + 1), best(count);
  std::vector<std::uint32_t> before(count);
  std::uint32_t top = 0;
  for (std::uint32_t r = 0; r < count; ++r) {
    Best chain;
    for (std::uint32_t at = rank[r]; at > 0; at -= at & (~at + 1))
      if (tree[at].weight > chain.weight) chain = tree[at];
    before[r] = chain.run;
    best[r] = {chain.weight + worth(a, runs[r]), r};
    for (std::size_t at = rank[r] + 1; at <= count; at += at & (~at + 1))
      if (best[r].weight > tree[at].weight) tree[at] = best[r];
    if (best[r].weight > best[top].weight) top = r;
  }
  std::vector<Run> chain;
  for (std::uint32_t r = top; r != none; r = before[r]) chain.push_back(runs[r]);
  std::reverse(chain.begin(), chain.end());
  runs.clear();
  for (Run run : chain) {
    if (!runs.empty()) {
      const Run& last = runs.back();
      const std::uint32_t over_a = last.a_end() > run.a ? last.a_end() - run.a : 0;
      const std::uint32_t over_b = last.b_end() > run.b ? last.b_end() - run.b : 0;
      const std::uint32_t over = std::max(over_a, over_b);
      if (over >= run.size) continue;
      run = {run.a + over, run.b + over, run.size - over};
    }
    runs.push_back(run);
  }
}

}  // namespace palimpsest
