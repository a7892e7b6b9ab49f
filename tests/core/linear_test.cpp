// Law 8: work grows linearly. Counted in allocated bytes and in nothing that a clock says: ten
// times the text may take at most about ten times the memory; hangs show as a test that never ends.
#include <doctest/doctest.h>

#include <string>

#include "document/document.h"

namespace palimpsest::tests {

TEST_CASE("ten megabytes of one character or one pair end, and keep their text") {
  for (const std::string unit : {"a", " ", ",", "\"", "'", "\n", "4", "é", " ,", "a ", "\" ", "â€™",
                                 "4, ", ". ", "-\n", "(", "Ã"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    const Document doc = analyze(text);
    CHECK(doc.source.text.size() >= text.size());
  }
}

}  // namespace palimpsest::tests
