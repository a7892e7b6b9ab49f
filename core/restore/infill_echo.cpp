// Tested by tests/core/infill_test.cpp.
#include "restore/infill_echo.h"

#include <algorithm>

#include "text/order.h"

namespace palimpsest {
namespace {

constexpr std::size_t reach = 1500;  // words on each side
// The vocabulary's first words are marks and function words: that one stands beside another says
// little.
constexpr std::uint16_t common = InfillVocabulary::special_count + 150;

// Weights were set on the damaged training texts of GUM.
constexpr std::uint32_t both_weight = 800, one_weight = 100, common_weight = 2, anywhere_weight = 1;

std::uint32_t side_weight(std::uint16_t here, std::uint16_t there) {
  if (here != there || here < InfillVocabulary::special_count) return 0;
  return here < common ? common_weight : one_weight;
}

}  // namespace

std::vector<InfillEcho> find_echoes(std::span<const InfillWord> words, std::size_t first,
                                    std::size_t last) {
  if (first == 0 || last >= words.size()) return {};
  const std::uint16_t left = words[first - 1].id, right = words[last].id;
  std::vector<InfillEcho> found;
  const std::size_t begin = std::max<std::size_t>(first > reach ? first - reach : 0, 1),
                    end = std::min(last + reach, words.size() - 1);
  for (std::size_t i = begin; i < end; ++i) {
    if (i + 1 >= first && i <= last) continue;
    const std::uint16_t word = words[i].id;
    if (word < common) continue;
    const std::uint32_t l = side_weight(left, words[i - 1].id),
                        r = side_weight(right, words[i + 1].id);
    found.push_back({word, l > 0 && r > 0 ? both_weight * std::max(l, r) / one_weight + l + r
                                          : l + r + anywhere_weight});
  }
  sort_by(found, [](const InfillEcho& echo) { return std::uint64_t{echo.word}; });
  std::size_t kept = 0;
  for (const InfillEcho& e : found)
    if (kept > 0 && found[kept - 1].word == e.word)
      found[kept - 1].weight += e.weight;
    else
      found[kept++] = e;
  found.resize(kept);
  return found;
}

}  // namespace palimpsest
