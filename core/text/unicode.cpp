// Tested by tests/core/token_test.cpp.
#include "text/unicode.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace palimpsest {
namespace {

struct CaseRange {
  char32_t first, last;
  std::uint8_t step;
  std::int32_t delta;
};

#include "text/unicode_table.inc"

std::uint8_t entry(char32_t code) {
  const std::size_t block = std::min<std::size_t>(code >> 7, std::size(block_of) - 1);
  return blocks[std::size_t{block_of[block]} << 7 | (code & 127)];
}

template <std::size_t n>
char32_t map_case(const CaseRange (&ranges)[n], char32_t code) {
  const auto* range = std::lower_bound(std::begin(ranges), std::end(ranges), code,
                                       [](const CaseRange& r, char32_t c) { return r.last < c; });
  if (range == std::end(ranges) || code < range->first || (code - range->first) % range->step != 0)
    return code;
  return static_cast<char32_t>(static_cast<std::int32_t>(code) + range->delta);
}

}  // namespace

CharClass char_class(char32_t code) { return static_cast<CharClass>(entry(code) & 15); }
Script script(char32_t code) { return static_cast<Script>(entry(code) >> 4); }

char32_t to_lower(char32_t code) {
  if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  return map_case(lower_ranges, code);
}

char32_t to_upper(char32_t code) {
  if (code < 0x80) return code >= 'a' && code <= 'z' ? code - 32 : code;
  return map_case(upper_ranges, code);
}

std::string lower_case(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    append_utf8(result, to_lower(c.code));
    at += c.size;
  }
  return result;
}

}  // namespace palimpsest
