// Law 8: whatever the input, the work grows with its size. Quadratic work on a megabyte of one
// thing takes minutes, so CTest's time limit tells it from linear work; nothing here looks at a
// clock.
#include <doctest/doctest.h>

#include <string>

#include "document/document.h"

namespace palimpsest::tests {

TEST_CASE("a megabyte of one character or one pair ends, and keeps its text") {
  for (const std::string unit :
       {"a",    " ",    ",",    "\"",   "'",   "\n", "4",   "é",   " ,",           "a ",  "\" ",
        "â€™",  "4, ",  ". ",   "-\n",  "(",   "Ã",  "-",   " - ", " . ",          " @ ", "' s ",
        ". . ", "A . ", ": ) ", "1 , ", "Ã  ", "Ð²", "ä¸­", "–é",  "\xEF\xBF\xBD", "â??"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    const Document doc = analyze(text);
    CHECK(doc.source.text == text);
    CHECK(apply_changes(doc.source.text, doc.cleaned,
                        std::vector<bool>(doc.cleaned.changes.size())) == text);
  }
}

}  // namespace palimpsest::tests
