// Pairs sentences inside changes. Tested by tests/core/causes_test.cpp and the quality figures.
#include <utility>

#include "compare/settle.h"

namespace palimpsest {
namespace {

constexpr std::uint32_t most_sentences = 16;

/// One side of a hunk cut at its sentences; `begins` ends with the hunk's end.
struct Sentences {
  const Version& v;
  std::uint32_t begins[most_sentences + 2];
  std::uint32_t count = 0;

  Sentences(const Version& version, std::uint32_t first, std::uint32_t last) : v(version) {
    begins[count++] = first;
    for (std::uint32_t i = first + 1; i < last && count <= most_sentences; ++i)
      if (v.units[i].is(Unit::sentence)) begins[count++] = i;
    begins[count] = last;
  }
  /// Whether sentence `i` begins a paragraph; the one behind the last begins behind the stop.
  bool paragraph(std::uint32_t i) const {
    const std::uint32_t at = i < count ? begins[i] : begins[count] + 1;
    return at >= v.size() || v.units[at].is(Unit::paragraph);
  }
};

bool is_stop(const Version& v, std::uint32_t i) {
  const std::uint64_t key = v.keys[i];
  return key == '.' || key == '!' || key == '?';
}

/// "The [vote … roads. The organisation → organization]": a sentence's first words are matched with
/// those of one that was taken away before it. Gives them to the later sentence if that is nearer
/// in length.
void pair_heads(const Version& few, std::uint32_t few_head, std::uint32_t few_end,
                const Version& many, std::uint32_t many_begin, std::uint32_t many_end,
                std::uint32_t head, std::uint32_t& found) {
  constexpr std::uint32_t furthest = 64;
  for (std::uint32_t p = many_end, steps = 0; p > many_begin + 1 && steps < furthest; ++steps) {
    if (!many.units[--p].is(Unit::sentence)) continue;
    if (p + head > many_end) return;
    for (std::uint32_t n = 0; n < head; ++n)
      if (few.keys[few_head + n] != many.keys[p + n]) return;
    const auto apart = [](std::uint32_t x, std::uint32_t y) { return x < y ? y - x : x - y; };
    const std::uint32_t size = few_end - few_head - head;
    if (apart(size, many_end - p - head) < apart(size, p - many_begin)) found = p;
    return;
  }
}

}  // namespace

void pair_sentences(const Version& a, const Version& b, std::vector<Run>& runs) {
  std::vector<Run> paired;
  paired.reserve(runs.size());
  for (std::size_t k = 0; k < runs.size(); ++k) {
    Run right = runs[k];
    const Run before = paired.empty() ? Run{0, 0, 0} : paired.back();
    const auto keep = [&] { paired.push_back(right); };
    if (paired.empty() || before.a_end() == right.a || before.b_end() == right.b) {
      keep();
      continue;
    }
    // How many units at the end of the run before are the head of a sentence.
    std::uint32_t head = 0;
    for (std::uint32_t n = 1; n <= 3 && n < before.size && head == 0; ++n)
      if (a.units[before.a_end() - n].is(Unit::sentence) &&
          b.units[before.b_end() - n].is(Unit::sentence))
        head = n;
    if (head > 0) {
      constexpr std::uint32_t none = 0xFFFFFFFF;
      std::uint32_t later_a = none, later_b = none;
      pair_heads(b, before.b_end() - head, right.b, a, before.a_end(), right.a, head, later_a);
      if (later_a == none)
        pair_heads(a, before.a_end() - head, right.a, b, before.b_end(), right.b, head, later_b);
      if (later_a != none || later_b != none) {
        paired.back().size -= head;
        paired.push_back({later_a != none ? later_a : before.a_end() - head,
                          later_b != none ? later_b : before.b_end() - head, head});
        keep();
        continue;
      }
    }
    const Sentences x(a, before.a_end(), right.a), y(b, before.b_end(), right.b);
    if (x.count == y.count || x.count > most_sentences || y.count > most_sentences) {
      keep();
      continue;
    }
    const bool a_is_short = x.count < y.count;
    const Sentences& few = a_is_short ? x : y;
    const Sentences& many = a_is_short ? y : x;
    std::uint32_t best = 0;
    int best_score = -1;
    for (std::uint32_t offset = 0; offset + few.count <= many.count; ++offset) {
      int score = 0;
      for (std::uint32_t i = 0; i <= few.count; ++i)
        score += few.paragraph(i) == many.paragraph(offset + i);
      if (score > best_score) best = offset, best_score = score;
    }
    const std::uint32_t end = best + few.count;
    const bool has_more_before = best > 0, has_more_after = end < many.count;
    const auto pair_stop = [&](std::uint32_t few_at, std::uint32_t many_at) {
      paired.push_back(a_is_short ? Run{few_at, many_at, 1} : Run{many_at, few_at, 1});
    };
    const auto same_stop = [&](std::uint32_t few_at, std::uint32_t many_at) {
      return is_stop(few.v, few_at) && few.v.keys[few_at] == many.v.keys[many_at];
    };
    if (has_more_before && before.size > 1 && same_stop(few.begins[0] - 1, many.begins[best] - 1)) {
      --paired.back().size;
      pair_stop(few.begins[0] - 1, many.begins[best] - 1);
    }
    if (has_more_after && right.size > 1 &&
        same_stop(few.begins[few.count], many.begins[end] - 1)) {
      pair_stop(few.begins[few.count], many.begins[end] - 1);
      ++right.a, ++right.b, --right.size;
    }
    keep();
  }
  runs = std::move(paired);
}

}  // namespace palimpsest
