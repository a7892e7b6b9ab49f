// Tested by tests/core/code_pages_test.cpp.
#include "text/code_pages.h"

namespace palimpsest {
namespace {

constexpr std::array<std::array<char16_t, 128>, code_page_count> upper_half = {{
#include "text/code_pages.inc"
}};

// The way back in two stages: block_of[code / 64] names a block of 64 row numbers; a row has a byte
// per page. Block and row 0 are those of characters in no page.
constexpr std::size_t block_size = 64, max_blocks = 25, max_rows = 391;
struct Reverse {
  std::array<std::uint8_t, 0x10000 / block_size> block_of{};
  std::array<std::array<std::uint16_t, block_size>, max_blocks> blocks{};
  std::array<std::array<std::uint8_t, code_page_count>, max_rows> rows{};
};
Reverse make_reverse() {
  Reverse r;
  std::uint8_t blocks = 1;
  std::uint16_t rows = 1;
  for (std::size_t page = 0; page < code_page_count; ++page)
    for (std::size_t i = 0; i < 128; ++i) {
      const char16_t code = upper_half[page][i];
      std::uint8_t& block = r.block_of[code / block_size];
      if (block == 0) block = blocks++;
      std::uint16_t& row = r.blocks[block][code % block_size];
      if (row == 0) row = rows++;
      r.rows[row][page] = static_cast<std::uint8_t>(128 + i);
    }
  return r;
}

}  // namespace

std::string_view title_of(CodePage page) {
  constexpr std::string_view titles[] = {"Windows-1250", "Windows-1251", "Windows-1252",
                                         "ISO-8859-1",   "ISO-8859-15",  "MacRoman",
                                         "code page 437"};
  return titles[static_cast<std::size_t>(page)];
}

char32_t code_point_of(CodePage page, std::uint8_t byte) {
  return byte < 128 ? byte : upper_half[static_cast<std::size_t>(page)][byte - 128u];
}

bool is_defined(CodePage page, std::uint8_t byte) {
  return page > CodePage::windows_1252 || byte < 0x80 || byte >= 0xA0 ||
         code_point_of(page, byte) != byte;
}

int byte_of(CodePage page, char32_t code) {
  if (code < 128) return static_cast<int>(code);
  const std::uint8_t byte = bytes_of(code)[static_cast<std::size_t>(page)];
  return byte == 0 ? -1 : byte;
}

const std::array<std::uint8_t, code_page_count>& bytes_of(char32_t code) {
  static const Reverse reverse = make_reverse();  // in the program it would be 7 KB
  if (code >= 0x10000) return reverse.rows[0];
  return reverse.rows[reverse.blocks[reverse.block_of[code / block_size]][code % block_size]];
}

}  // namespace palimpsest
