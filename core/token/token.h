// A text cut into its smallest readable parts. Tokens tile the text: each begins where the one
// before ends.
//
//     Trump ,   4 , 000 men\n
//     word blank mark blank number blank mark blank number blank word line_break
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/offset_map.h"
#include "text/span.h"

namespace palimpsest {

enum class TokenKind : std::uint8_t {
  word,        // a run of letters and combining marks of any script
  number,      // a run of decimal digits
  mark,        // one punctuation character or symbol
  blank,       // a run of spaces, tabs and other horizontal white space
  line_break,  // one line end: LF, CR LF, CR, or another of Unicode's
  other,       // one control, format, private or unassigned character
};
enum class WordShape : std::uint8_t {
  none,
  lower,
  capitalised,
  upper,
  mixed
};  // none: no cased letters, or no word

/// Eight bytes: a 1 MB article has about 350,000 tokens.
struct Token {
  std::uint32_t begin;      // UTF-8 byte offset
  std::uint32_t code : 21;  // its first code point
  std::uint32_t kind_ : 3;
  std::uint32_t shape_ : 3;

  TokenKind kind() const { return static_cast<TokenKind>(kind_); }
  WordShape shape() const { return static_cast<WordShape>(shape_); }
  bool is_word() const { return kind() == TokenKind::word; }
  bool is_number() const { return kind() == TokenKind::number; }
  bool is_blank() const { return kind() == TokenKind::blank; }
  bool is_line_break() const { return kind() == TokenKind::line_break; }
  /// True for a mark that is this one character.
  bool is(char32_t mark) const { return kind() == TokenKind::mark && code == mark; }
};
static_assert(sizeof(Token) == 8);

/// The tokens of one text. A value without views: it can outlive and move apart from the text,
/// which its user keeps.
class Tokens {
 public:
  Tokens() = default;
  Tokens(std::vector<Token> tokens, std::uint32_t text_size);

  std::size_t size() const { return tokens_.size(); }
  bool empty() const { return tokens_.empty(); }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }
  auto begin() const { return tokens_.begin(); }
  auto end() const { return tokens_.end(); }

  std::uint32_t begin_of(std::size_t i) const { return i < size() ? tokens_[i].begin : text_size_; }
  std::uint32_t end_of(std::size_t i) const { return begin_of(i + 1); }
  CleanSpan span(std::size_t i) const { return {begin_of(i), end_of(i)}; }
  CleanSpan span(std::size_t first, std::size_t last) const {
    return {begin_of(first), end_of(last)};
  }
  std::string_view of(std::string_view text, std::size_t i) const { return span(i).of(text); }

  std::uint32_t text_size() const { return text_size_; }
  /// The bare tokens, out of a value that is no longer needed.
  std::vector<Token> take() && { return std::move(tokens_); }

  /// Index of the token that holds the byte `at`; size() at or past the end. O(log n).
  std::size_t at(std::uint32_t at) const;

 private:
  std::vector<Token> tokens_;
  std::uint32_t text_size_ = 0;
};

/// `text` must be valid UTF-8. O(n), about 5 ns a byte of English.
Tokens tokenize(std::string_view text);

/// The tokens of a text made by replacing `pieces` of the text that `before` belongs to: the same
/// as tokenize(after), but only what the pieces touch is read. O(tokens), about 1 ns each.
Tokens retokenize(Tokens before, std::string_view after, std::span<const Replaced> pieces);

}  // namespace palimpsest
