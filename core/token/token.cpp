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

namespace {

std::uint8_t class_at(std::string_view text, std::size_t at) {
  return byte_class[static_cast<std::uint8_t>(text[at])];
}

/// Moves `at` behind the letters that go on a word, and counts their cases.
inline void read_letters(std::string_view text, std::size_t& at, std::uint32_t& uppers,
                         std::uint32_t& lowers) {
  while (at < text.size()) {
    const std::uint8_t c = class_at(text, at);
    if ((c & (upper_bit | lower_bit)) != 0) {  // nearly always: ASCII
      uppers += c >> 3 & 1;
      lowers += c >> 4 & 1;
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
}

/// Moves `at` behind the characters of the same kind: digits or blanks.
inline void read_run(std::string_view text, std::size_t& at, TokenKind kind) {
  while (at < text.size()) {
    const std::uint8_t c = class_at(text, at);
    if (c == static_cast<std::uint8_t>(kind)) {
      ++at;
      continue;
    }
    if (c != not_ascii) break;
    const Character next = character_at(text, at);
    if (next.kind != kind) break;
    at += next.size;
  }
}

/// Reads the token that begins at `at` and moves `at` behind it.
inline Token read_token(std::string_view text, std::size_t& at) {
  const auto begin = static_cast<std::uint32_t>(at);
  char32_t code = static_cast<std::uint8_t>(text[at]);
  std::uint8_t c = byte_class[code];
  if (c == not_ascii) {
    const Character first = character_at(text, at);
    code = first.code;
    c = static_cast<std::uint8_t>(static_cast<std::uint8_t>(first.kind) |
                                  (first.upper ? upper_bit : 0) | (first.lower ? lower_bit : 0));
    at += first.size;
  } else {
    ++at;
  }
  const auto kind = static_cast<TokenKind>(c & 7);
  WordShape shape = WordShape::none;
  if (kind == TokenKind::word) {
    const bool first_upper = (c & upper_bit) != 0;
    std::uint32_t uppers = first_upper, lowers = c >> 4 & 1;
    read_letters(text, at, uppers, lowers);
    shape = shape_of(first_upper, uppers, lowers);
  } else if (kind == TokenKind::blank || kind == TokenKind::number) {
    read_run(text, at, kind);
  } else if (code == '\r' && at < text.size() && text[at] == '\n') {
    ++at;
  }
  return {begin, static_cast<std::uint32_t>(code) & 0x1FFFFF, static_cast<std::uint32_t>(kind) & 7,
          static_cast<std::uint32_t>(shape) & 7};
}

}  // namespace

Tokens tokenize(std::string_view text) {
  std::vector<Token> tokens;
  // Short texts get room for the worst case of English; long ones for what their first bytes
  // show, because a vector that grows holds three times what it needs.
  constexpr std::size_t sample = 16384;
  tokens.reserve(std::min(text.size(), sample) / 2 + 4);
  bool sampled = false;
  for (std::size_t at = 0; at < text.size();) {
    if (!sampled && at >= sample) {
      sampled = true;
      const double share = static_cast<double>(tokens.size()) / static_cast<double>(at);
      tokens.reserve(static_cast<std::size_t>(static_cast<double>(text.size()) * share * 1.04) +
                     64);
    }
    tokens.push_back(read_token(text, at));
  }
  return Tokens(std::move(tokens), static_cast<std::uint32_t>(text.size()));
}

Tokens retokenize(Tokens before, std::string_view after, std::span<const Replaced> pieces) {
  // In place: what is read lies in front of what is written, and what finds no room yet waits in a
  // queue.
  std::vector<Token> tokens = std::move(before).take();
  const std::size_t size = tokens.size();
  std::vector<Token> waiting;
  std::size_t first_waiting = 0, written = 0;
  std::size_t old = 0;      // next token of the text before
  std::size_t piece = 0;    // next piece
  std::uint32_t shift = 0;  // new offset minus old offset, modulo 2^32
  const auto put = [&](Token token) {
    if (first_waiting == waiting.size() && written < old) {
      tokens[written++] = token;
      return;
    }
    waiting.push_back(token);
    while (first_waiting < waiting.size() && written < old)
      tokens[written++] = waiting[first_waiting++];
    // What was taken over is let go of when it is most of the queue: the queue stays as long as
    // the text has grown.
    if (first_waiting * 2 >= waiting.size()) {
      waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(first_waiting));
      first_waiting = 0;
    }
  };
  const std::uint32_t old_end = before.text_size();
  const auto old_begin = [&](std::size_t i) { return i < size ? tokens[i].begin : old_end; };
  while (true) {
    // Tokens that no piece touches are taken over; one that ends where a piece begins may grow.
    const bool last = piece == pieces.size();
    while (old < size && (last || old_begin(old + 1) < pieces[piece].source.begin)) {
      Token token = tokens[old++];
      token.begin += shift;
      put(token);
    }
    if (last) break;
    // Read anew until a place that began a token before, behind every piece met on the way.
    std::size_t at = old_begin(old) + shift;
    while (at < after.size()) {
      while (piece < pieces.size() && pieces[piece].clean.begin <= at) {
        shift = pieces[piece].clean.end - pieces[piece].source.end;
        ++piece;
      }
      const std::uint32_t old_at = static_cast<std::uint32_t>(at) - shift;
      if (piece == 0 ||
          (pieces[piece - 1].clean.end <= at && pieces[piece - 1].source.end <= old_at)) {
        while (old < size && tokens[old].begin < old_at) ++old;
        const bool untouched =
            piece == pieces.size() || old_begin(old + 1) < pieces[piece].source.begin;
        if (old_begin(old) == old_at && untouched) break;
      }
      put(read_token(after, at));
    }
    if (at >= after.size()) break;
  }
  tokens.resize(written);
  tokens.insert(tokens.end(), waiting.begin() + static_cast<std::ptrdiff_t>(first_waiting),
                waiting.end());
  return Tokens(std::move(tokens), static_cast<std::uint32_t>(after.size()));
}

}  // namespace palimpsest
