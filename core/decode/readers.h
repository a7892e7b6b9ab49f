// One reader per encoding: bytes in, valid UTF-8 and findings out. Total and linear.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "decode/decode.h"
#include "text/code_pages.h"

namespace palimpsest {

/// What a reader writes: the text, and what it found on the way.
class Decoded {
 public:
  std::string text;
  std::vector<Finding> findings;

  /// Notes what byte `at` of the input became: the text from `begin` to its end now. Dropped
  /// beyond max_findings of a kind.
  void note(FindingKind kind, std::size_t at, std::size_t begin, std::string_view why);

 private:
  std::array<std::size_t, 8> counts_{};
};

/// What the bytes are as UTF-8: characters of several bytes, surrogates, and bytes or cut sequences
/// that it cannot read. A Greek or Hebrew letter beside an ASCII one counts as broken too: code
/// pages make such pairs by accident.
struct Utf8Census {
  std::size_t several = 0, surrogates = 0, odd = 0, broken = 0;
  std::size_t whole() const { return several + surrogates + odd; }
  bool is_utf8() const { return broken == 0; }
  /// A text that is UTF-8 but for some bytes. Text in a code page holds whole sequences by accident
  /// only: less than one in a hundred of its high bytes (measured on sentences of 30 languages), so
  /// one in four is proof, unless the text is short.
  bool is_mostly_utf8() const {
    const std::size_t good = several + surrogates, bad = odd + broken;
    return good > 0 && (good >= bad || (good >= 10 && good * 4 >= bad));
  }
};
Utf8Census take_utf8_census(std::string_view bytes);

/// `at` is where to begin: behind a byte order mark.
void read_utf8_bytes(std::string_view bytes, std::size_t at, Decoded& out);
void read_utf16_little(std::string_view bytes, std::size_t at, Decoded& out);
void read_utf16_big(std::string_view bytes, std::size_t at, Decoded& out);
void read_utf32_little(std::string_view bytes, std::size_t at, Decoded& out);
void read_utf32_big(std::string_view bytes, std::size_t at, Decoded& out);

void read_page(CodePage page, std::string_view bytes, std::size_t at, Decoded& out);
template <CodePage page>
void read_code_page(std::string_view bytes, std::size_t at, Decoded& out) {
  read_page(page, bytes, at, out);
}

}  // namespace palimpsest
