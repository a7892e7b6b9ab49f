// Tested by tests/core/token_test.cpp.
#include "token/token.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

// What an ASCII byte is: the TokenKind in bits 0-2, 8 = upper-case letter, 16 = lower-case letter,
// 128 = not ASCII.
constexpr std::uint8_t upper_bit = 8, lower_bit = 16, not_ascii = 128;
constexpr auto byte_class = [] {
  std::array<std::uint8_t, 256> table{};
  const auto kind = [](TokenKind k) { return static_cast<std::uint8_t>(k); };
  for (std::size_t b = 0; b < 256; ++b) {
    if (b >= 128)
      table[b] = not_ascii;
    else if (b >= 'A' && b <= 'Z')
      table[b] = kind(TokenKind::word) | upper_bit;
    else if (b >= 'a' && b <= 'z')
      table[b] = kind(TokenKind::word) | lower_bit;
    else if (b >= '0' && b <= '9')
      table[b] = kind(TokenKind::number);
    else if (b == ' ' || b == '\t')
      table[b] = kind(TokenKind::blank);
    else if (b >= 0x0A && b <= 0x0D)
      table[b] = kind(TokenKind::line_break);
    else if (b > 0x20 && b < 0x7F)
      table[b] = kind(TokenKind::mark);
    else
      table[b] = kind(TokenKind::other);
  }
  return table;
}();

TokenKind kind_of(CharClass c) {
  switch (c) {
    case CharClass::upper:
    case CharClass::lower:
    case CharClass::letter:
    case CharClass::combining:
      return TokenKind::word;
    case CharClass::digit:
      return TokenKind::number;
    case CharClass::numeric:
    case CharClass::punctuation:
    case CharClass::symbol:
      return TokenKind::mark;
    case CharClass::blank:
      return TokenKind::blank;
    case CharClass::line_break:
      return TokenKind::line_break;
    default:
      return TokenKind::other;
  }
}

struct Character {
  TokenKind kind;
  bool upper, lower;
  std::uint32_t size;
  char32_t code;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<std::uint8_t>(text[at]);
  const std::uint8_t c = byte_class[byte];
  if (c != not_ascii)
    return {static_cast<TokenKind>(c & 7), (c & upper_bit) != 0, (c & lower_bit) != 0, 1, byte};
  const CodePoint point = code_point_at(text, at);
  const CharClass cls = char_class(point.code);
  return {kind_of(cls), cls == CharClass::upper, cls == CharClass::lower, point.size, point.code};
}

WordShape shape_of(bool first_upper, std::uint32_t uppers, std::uint32_t lowers) {
  if (uppers == 0) return lowers == 0 ? WordShape::none : WordShape::lower;
  if (lowers == 0) return uppers == 1 ? WordShape::capitalised : WordShape::upper;
  return first_upper && uppers == 1 ? WordShape::capitalised : WordShape::mixed;
}

}  // namespace

Tokens::Tokens(std::vector<Token> tokens, std::uint32_t text_size)
    : tokens_(std::move(tokens)), text_size_(text_size) {}

std::size_t Tokens::at(std::uint32_t at) const {
  if (at >= text_size_) return size();
  const auto after = std::upper_bound(tokens_.begin(), tokens_.end(), at,
                                      [](std::uint32_t a, const Token& t) { return a < t.begin; });
  return static_cast<std::size_t>(after - tokens_.begin()) - 1;
}

Tokens tokenize(std::string_view text) {
  std::vector<Token> tokens;
  // Short texts get room for the worst case of English; long ones for what their first bytes
  // show, because a vector that grows holds three times what it needs.
  constexpr std::size_t sample = 16384;
  tokens.reserve(std::min(text.size(), sample) / 2 + 4);
  bool sampled = false;
  std::size_t at = 0;
  while (at < text.size()) {
    if (!sampled && at >= sample) {
      sampled = true;
      const double share = static_cast<double>(tokens.size()) / static_cast<double>(at);
      tokens.reserve(static_cast<std::size_t>(static_cast<double>(text.size()) * share * 1.04) +
                     64);
    }
    const Character first = character_at(text, at);
    const std::size_t begin = at;
    WordShape shape = WordShape::none;
    at += first.size;
    switch (first.kind) {
      case TokenKind::word: {
        std::uint32_t uppers = first.upper, lowers = first.lower;
        while (at < text.size()) {
          const std::uint8_t c = byte_class[static_cast<std::uint8_t>(text[at])];
          if ((c & (upper_bit | lower_bit)) != 0) {
            uppers += (c & upper_bit) != 0;
            lowers += (c & lower_bit) != 0;
            ++at;
            continue;
          }
          if (c != not_ascii) break;
          const Character next = character_at(text, at);
          if (next.kind != TokenKind::word) break;
          uppers += next.upper;
          lowers += next.lower;
          at += next.size;
        }
        shape = shape_of(first.upper, uppers, lowers);
        break;
      }
      case TokenKind::number:
      case TokenKind::blank:
        while (at < text.size()) {
          const Character next = character_at(text, at);
          if (next.kind != first.kind) break;
          at += next.size;
        }
        break;
      case TokenKind::line_break:
        if (first.code == '\r' && at < text.size() && text[at] == '\n') ++at;
        break;
      case TokenKind::mark:
      case TokenKind::other:
        break;
    }
    tokens.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(first.code) & 0x1FFFFF,
         static_cast<std::uint32_t>(first.kind) & 7, static_cast<std::uint32_t>(shape) & 7});
  }
  return Tokens(std::move(tokens), static_cast<std::uint32_t>(text.size()));
}

}  // namespace palimpsest
