#include "text/utf8.h"

#include <doctest/doctest.h>

#include "text/unicode.h"

namespace palimpsest::tests {

TEST_CASE("every scalar value is written and read back") {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    const std::string text = to_utf8(code);
    const CodePoint read = read_utf8(text, 0);
    if (!read.valid || read.code != code || read.size != text.size() ||
        code_point_at(text, 0).code != code || valid_utf8_prefix(text) != text.size())
      FAIL("code point " << static_cast<std::uint32_t>(code));
  }
}

TEST_CASE("what is no UTF-8 is cut into maximal subparts") {
  // The example of the Unicode Standard 15.0, table 3-8.
  const std::string_view bytes = "\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63";
  std::string sizes;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint c = read_utf8(bytes, at);
    sizes += c.valid ? '+' : '-';
    sizes += static_cast<char>('0' + c.size);
    at += c.size;
  }
  CHECK(sizes == "+1-3-2-1+1-1+1");
  CHECK(valid_utf8_prefix("abc\xED\xA0\x80") == 3);  // a surrogate
  CHECK(valid_utf8_prefix("abc\xC0\xAF") == 3);      // overlong
  CHECK(valid_utf8_prefix("0123456789\xFF") == 10);
}

TEST_CASE("lengths in other units") {
  CHECK(utf16_length("a’😀") == 4);
  CHECK(code_point_length("a’😀") == 3);
}

TEST_CASE("characters have a class, a script and another case") {
  CHECK(char_class(U'É') == CharClass::upper);
  CHECK(char_class(U'ß') == CharClass::lower);
  CHECK(char_class(U'中') == CharClass::letter);
  CHECK(char_class(0x301) == CharClass::combining);
  CHECK(char_class(U'”') == CharClass::punctuation);
  CHECK(char_class(U'€') == CharClass::symbol);
  CHECK(char_class(0xA0) == CharClass::blank);
  CHECK(char_class(0x2028) == CharClass::line_break);
  CHECK(char_class(0x200B) == CharClass::format);
  CHECK(char_class(0x378) == CharClass::unassigned);
  CHECK(script(U'é') == Script::latin);
  CHECK(script(U'ж') == Script::cyrillic);
  CHECK(script(U'ω') == Script::greek);
  CHECK(script(U',') == Script::common);
  CHECK(script(U'ひ') == Script::cjk);
  CHECK(script(U'ก') == Script::other);
  CHECK(to_lower(U'É') == U'é');
  CHECK(to_upper(U'ж') == U'Ж');
  CHECK(to_lower(U'Ā') == U'ā');
  CHECK(to_lower(U'ā') == U'ā');
  CHECK(to_upper(U'ÿ') == U'Ÿ');
  CHECK(lower_case("ÉMILE Ж") == "émile ж");
}

}  // namespace palimpsest::tests
