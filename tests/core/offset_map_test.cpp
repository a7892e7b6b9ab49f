// Maps: single steps, composition against a slow obvious version.
#include "text/offset_map.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

namespace palimpsest::tests {
namespace {

Replaced piece(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return {{a, b}, {c, d}};
}

/// Random pieces over a text of the given size, and the size of the text that results.
OffsetMap random_map(std::mt19937& random, std::uint32_t size, std::uint32_t& new_size) {
  std::vector<Replaced> pieces;
  std::uint32_t at = 0, shift_from = 0, clean = 0;
  while (true) {
    const std::uint32_t begin = at + 1 + static_cast<std::uint32_t>(random() % 6);
    const std::uint32_t end = begin + static_cast<std::uint32_t>(random() % 4);
    if (end > size) break;
    const auto length = static_cast<std::uint32_t>(random() % 4);
    clean += begin - shift_from;
    if (begin != end || length != 0) pieces.push_back({{begin, end}, {clean, clean + length}});
    if (begin != end || length != 0) clean += length;
    shift_from = end;
    at = end;
  }
  new_size = clean + size - shift_from;
  return OffsetMap(pieces);
}

}  // namespace

TEST_CASE("spans widen to the replaced part and come back") {
  // "The  cat â€™ sat": [3,5)->[3,4), [8,9)->[7,7)
  const OffsetMap map({piece(3, 5, 3, 4), piece(8, 9, 7, 7)});
  CHECK(map.to_clean({0, 3}) == CleanSpan{0, 3});
  CHECK(map.to_clean({4, 6}) == CleanSpan{3, 5});
  CHECK(map.to_clean({5, 8}) == CleanSpan{4, 7});
  CHECK(map.to_source({4, 7}) == SourceSpan{5, 8});
  CHECK(map.to_source({7, 9}) == SourceSpan{9, 11});
  CHECK(map.to_source({7, 7}) == SourceSpan{8, 9});
  CHECK(map.to_clean({8, 9}) == CleanSpan{7, 7});
}

TEST_CASE("the identity maps spans to themselves") {
  CHECK(OffsetMap().to_clean({2, 9}) == CleanSpan{2, 9});
  CHECK(OffsetMap().to_source({0, 0}) == SourceSpan{0, 0});
}

TEST_CASE("composing is doing one after the other") {
  for (std::uint32_t seed = 1; seed <= 2000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::uint32_t middle = 0, last = 0;
    const OffsetMap first = random_map(random, 40, middle);
    const OffsetMap second = random_map(random, middle, last);
    std::vector<Origin> origins;
    const OffsetMap both = compose(first, second, &origins);
    CHECK(origins.size() == both.pieces().size());
    // Which source byte each byte of the last text is a copy of, if any: by hand and by the
    // composed map.
    const auto copies = [](const OffsetMap& map, std::uint32_t size,
                           std::vector<std::int64_t> from) {
      std::vector<std::int64_t> result;
      std::uint32_t at = 0;
      for (const Replaced& r : map.pieces()) {
        for (; at < r.source.begin; ++at) result.push_back(from[at]);
        for (std::uint32_t i = r.clean.begin; i < r.clean.end; ++i) result.push_back(-1);
        at = r.source.end;
      }
      for (; at < size; ++at) result.push_back(from[at]);
      return result;
    };
    std::vector<std::int64_t> identity(40);
    for (std::size_t i = 0; i < identity.size(); ++i) identity[i] = static_cast<std::int64_t>(i);
    const auto in_middle = copies(first, 40, identity);
    const auto by_hand = copies(second, middle, in_middle);
    const auto composed = copies(both, 40, identity);
    REQUIRE(by_hand.size() == composed.size());
    for (std::size_t i = 0; i < by_hand.size(); ++i)
      if (composed[i] >= 0)
        CHECK(by_hand[i] == composed[i]);  // a joined piece may hold kept bytes, never the reverse
  }
}

}  // namespace palimpsest::tests
