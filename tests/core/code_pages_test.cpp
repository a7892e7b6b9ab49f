#include "text/code_pages.h"

#include <doctest/doctest.h>

namespace palimpsest::tests {

TEST_CASE("every byte of every code page comes back from its character") {
  for (std::size_t p = 0; p < code_page_count; ++p)
    for (int byte = 0; byte < 256; ++byte) {
      const auto page = static_cast<CodePage>(p);
      CAPTURE(title_of(page));
      CHECK(byte_of(page, code_point_of(page, static_cast<std::uint8_t>(byte))) == byte);
    }
}

TEST_CASE("the pages differ where they should") {
  CHECK(code_point_of(CodePage::windows_1252, 0x92) == U'’');
  CHECK(code_point_of(CodePage::windows_1252, 0x81) == 0x81);
  CHECK(!is_defined(CodePage::windows_1252, 0x81));
  CHECK(is_defined(CodePage::windows_1252, 0x80));
  CHECK(is_defined(CodePage::latin_1, 0x81));
  CHECK(code_point_of(CodePage::windows_1250, 0xB3) == U'ł');
  CHECK(code_point_of(CodePage::windows_1251, 0xE6) == U'ж');
  CHECK(code_point_of(CodePage::latin_1, 0xA4) == U'¤');
  CHECK(code_point_of(CodePage::latin_9, 0xA4) == U'€');
  CHECK(code_point_of(CodePage::mac_roman, 0xD5) == U'’');
  CHECK(code_point_of(CodePage::cp437, 0x82) == U'é');
  CHECK(code_point_of(CodePage::cp437, 'a') == U'a');
  CHECK(byte_of(CodePage::latin_1, U'’') == -1);
  CHECK(byte_of(CodePage::windows_1252, U'中') == -1);
  CHECK(byte_of(CodePage::windows_1252, 0x1F600) == -1);
  CHECK(bytes_of(U'é')[static_cast<std::size_t>(CodePage::cp437)] == 0x82);
  CHECK(bytes_of(U'é')[static_cast<std::size_t>(CodePage::windows_1251)] == 0);
}

}  // namespace palimpsest::tests
