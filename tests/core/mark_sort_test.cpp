#include "text/mark_sort.h"

#include <doctest/doctest.h>

#include "text/unicode.h"

namespace palimpsest::tests {

TEST_CASE("a mark has its sort, and nothing else has one") {
  CHECK(mark_sort('.') == MarkSort::stop);
  CHECK(mark_sort('{') == MarkSort::opening);
  CHECK(mark_sort(']') == MarkSort::closing);
  CHECK(mark_sort('-') == MarkSort::dash);
  CHECK(mark_sort(U'…') == MarkSort::dots);
  CHECK(mark_sort(U'‹') == MarkSort::opening_quote);
  CHECK(mark_sort(U'’') == MarkSort::closing_quote);
  CHECK(is_quote(mark_sort('`')));
  CHECK(!is_quote(mark_sort('(')));
  for (char32_t code = 0; code < 0x3000; ++code)
    if (mark_sort(code) != MarkSort::none) {
      const CharClass sort = char_class(code);
      CAPTURE(static_cast<std::uint32_t>(code));
      CHECK((sort == CharClass::punctuation || sort == CharClass::symbol));
    }
}

}  // namespace palimpsest::tests
