// Tested by tests/core/mark_sort_test.cpp.
#include "text/mark_sort.h"

#include <array>

namespace palimpsest {
namespace {

constexpr auto ascii = [] {
  std::array<MarkSort, 128> sorts{};
  for (const char c : {'.', ',', ';', ':', '!', '?'})
    sorts[static_cast<std::size_t>(c)] = MarkSort::stop;
  for (const char c : {'(', '[', '{', '<'}) sorts[static_cast<std::size_t>(c)] = MarkSort::opening;
  for (const char c : {')', ']', '}', '>'}) sorts[static_cast<std::size_t>(c)] = MarkSort::closing;
  for (const char c : {'"', '\'', '`'})
    sorts[static_cast<std::size_t>(c)] = MarkSort::straight_quote;
  sorts['-'] = MarkSort::dash;
  return sorts;
}();

}  // namespace

MarkSort mark_sort(char32_t code) {
  if (code < ascii.size()) return ascii[code];
  switch (code) {
    case U'…':
      return MarkSort::dots;
    case U'¿':
    case U'¡':
      return MarkSort::opening;
    case U'“':
    case U'‘':
    case U'„':
    case U'‚':
    case U'«':
    case U'‹':
      return MarkSort::opening_quote;
    case U'”':
    case U'’':
    case U'»':
    case U'›':
      return MarkSort::closing_quote;
    case U'‐':
    case U'‑':
    case U'‒':
    case U'–':
    case U'—':
    case U'―':
      return MarkSort::dash;
    default:
      return MarkSort::none;
  }
}

}  // namespace palimpsest
