#include "text/compose.h"

#include <doctest/doctest.h>

namespace palimpsest::tests {

TEST_CASE("a letter and its marks become one character") {
  CHECK(compose_letter(U"e\u0301") == U"é");
  CHECK(compose_letter(U"\u0438\u0306") == U"й");
  CHECK(compose_letter(U"\u03B1\u0301") == U"ά");
  CHECK(compose_letter(U"e\u0323\u0302") == U"ệ");
  CHECK(compose_letter(U"e\u0302\u0323") == U"ệ");
  CHECK(compose_letter(U"ê\u0323") == U"ệ");
  CHECK(compose_letter(U"s\u0323\u0307") == U"ṩ");
  CHECK(compose_letter(U"s\u0307\u0323") == U"ṩ");
}

TEST_CASE("what has no character of its own stays") {
  CHECK(compose_letter(U"x\u0301") == U"x\u0301");
  CHECK(compose_letter(U"\u0430\u0301") == U"\u0430\u0301");  // a stressed Russian vowel
  CHECK(compose_letter(U"o\u0323\u0300") == U"ọ\u0300");      // Yoruba
  CHECK(compose_letter(U"e\u0301\u0301") == U"é\u0301");
  CHECK(compose_letter(U"a\u20DD\u0301") == U"a\u20DD\u0301");  // a circle between blocks it
  CHECK(compose_letter(U"a") == U"a");
  CHECK(compose_letter(U"") == U"");
}

TEST_CASE("composed letters and marks are known") {
  CHECK(is_composed_letter(U'é'));
  CHECK(is_composed_letter(U'ё'));
  CHECK(!is_composed_letter(U'e'));
  CHECK(!is_composed_letter(U'ø'));
  CHECK(is_composing_mark(0x301));
  CHECK(!is_composing_mark(0x20DD));
}

}  // namespace palimpsest::tests
