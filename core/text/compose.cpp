// Tested by tests/core/compose_test.cpp.
#include "text/compose.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

#include "text/order.h"

namespace palimpsest {
namespace {

struct Pair {
  char16_t letter, mark, both;
};
struct Mark {
  char16_t code;
  std::uint8_t combining_class;
};
#include "text/compositions.inc"

/// Indices of pairs, in the order of what they make.
const std::vector<std::uint32_t>& by_composed() {
  static const std::vector<std::uint32_t> order = [] {
    std::vector<std::uint64_t> keys;
    for (const Pair& pair : pairs) keys.push_back(pair.both);
    return order_of(keys);
  }();
  return order;
}

const Pair* decomposed(char32_t code) {
  const std::vector<std::uint32_t>& order = by_composed();
  const auto found = std::lower_bound(order.begin(), order.end(), code,
                                      [](auto i, char32_t c) { return pairs[i].both < c; });
  return found != order.end() && pairs[*found].both == code ? &pairs[*found] : nullptr;
}

/// One character for both, or 0.
char32_t composed(char32_t letter, char32_t mark) {
  const auto* found =
      std::lower_bound(std::begin(pairs), std::end(pairs), Pair{}, [&](const Pair& p, const Pair&) {
        return p.letter != letter ? p.letter < letter : p.mark < mark;
      });
  return found != std::end(pairs) && found->letter == letter && found->mark == mark ? found->both
                                                                                    : 0;
}

/// 0 for what is no known mark: it is not moved and blocks what stands behind it.
std::uint8_t combining_class(char32_t code) {
  const auto* found = std::lower_bound(std::begin(marks), std::end(marks), code,
                                       [](const Mark& m, char32_t c) { return m.code < c; });
  return found != std::end(marks) && found->code == code ? found->combining_class : 0;
}

}  // namespace

bool is_composing_mark(char32_t code) { return combining_class(code) != 0; }
bool is_composed_letter(char32_t code) { return code >= 0xC0 && decomposed(code) != nullptr; }

std::u32string compose_letter(std::u32string_view letter_and_marks) {
  std::u32string all(letter_and_marks);
  for (const Pair* pair; !all.empty() && (pair = decomposed(all[0])) != nullptr;) {
    all[0] = pair->letter;
    all.insert(all.begin() + 1, pair->mark);
  }
  for (std::size_t i = 1; i < all.size();) {
    std::size_t end = i;
    while (end < all.size() && combining_class(all[end]) != 0) ++end;
    std::vector<char32_t> marks_behind(all.begin() + static_cast<std::ptrdiff_t>(i),
                                       all.begin() + static_cast<std::ptrdiff_t>(end));
    sort_by(marks_behind, [](char32_t mark) { return std::uint64_t{combining_class(mark)}; });
    std::copy(marks_behind.begin(), marks_behind.end(),
              all.begin() + static_cast<std::ptrdiff_t>(i));
    i = std::max(end, i + 1);
  }
  // A mark is blocked by one of its own class, or of none, between it and the letter.
  std::u32string result = all.substr(0, 1);
  std::uint8_t last = 0;
  bool blocked = false;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const std::uint8_t own = combining_class(all[i]);
    const char32_t both =
        own == 0 || blocked || (result.size() > 1 && last >= own) ? 0 : composed(result[0], all[i]);
    if (both != 0) {
      result[0] = both;
    } else {
      result.push_back(all[i]);
      last = own;
      blocked = blocked || own == 0;
    }
  }
  return result;
}

}  // namespace palimpsest
