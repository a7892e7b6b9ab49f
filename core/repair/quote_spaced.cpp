// Tested by tests/core/quote_marks_test.cpp.
#include "repair/quote_spaced.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "repair/quote_words.h"

namespace palimpsest {
namespace {

struct WordWeight {
  std::string_view word;
  std::int8_t weight;
};

#include "repair/quote_weights.inc"

// The orders of the tables.
enum Left : std::uint8_t {
  left_edge,
  left_comma,
  left_period,
  left_call,  // ! and ?
  left_colon,
  left_semicolon,
  left_lower,
  left_upper,
  left_number,
  left_dots,
  left_closer,
  left_opener,
  left_dash,
  left_symbol
};
enum Right : std::uint8_t {
  right_edge,
  right_stop,
  right_lower,
  right_upper,
  right_number,
  right_dots,
  right_closer,
  right_opener,
  right_dash,
  right_symbol
};
enum Clause : std::uint8_t { clause_comma, clause_period, clause_word, clause_other };

constexpr int at_edge = 30;

bool is_lower(const Token& token) {
  return token.shape() == WordShape::lower || token.shape() == WordShape::none;
}

Left left_class(const Tokens& tokens, const QuoteContext& c) {
  switch (c.far_left) {
    case Side::edge:
    case Side::blank:
      return left_edge;
    case Side::word:
      return is_lower(tokens[c.left_token]) ? left_lower : left_upper;
    case Side::number:
      return left_number;
    case Side::dots:
      return left_dots;
    case Side::opener:
      return left_opener;
    case Side::closer:
      return left_closer;
    case Side::dash:
      return left_dash;
    case Side::symbol:
      return left_symbol;
    case Side::stop:
      break;
  }
  switch (tokens[c.left_token].code) {
    case ',':
      return left_comma;
    case '.':
      return left_period;
    case ':':
      return left_colon;
    case ';':
      return left_semicolon;
    default:
      return left_call;
  }
}

Right right_class(const Tokens& tokens, const QuoteContext& c) {
  switch (c.far_right) {
    case Side::edge:
    case Side::blank:
      return right_edge;
    case Side::word:
      return is_lower(tokens[c.right_token]) ? right_lower : right_upper;
    case Side::number:
      return right_number;
    case Side::stop:
      return right_stop;
    case Side::dots:
      return right_dots;
    case Side::opener:
      return right_opener;
    case Side::closer:
      return right_closer;
    case Side::dash:
      return right_dash;
    case Side::symbol:
      return right_symbol;
  }
  return right_edge;
}

Clause clause_of(Left left) {
  switch (left) {
    case left_comma:
      return clause_comma;
    case left_period:
    case left_call:
      return clause_period;
    case left_lower:
    case left_upper:
      return clause_word;
    default:
      return clause_other;
  }
}

/// A verb of saying among the next eight tokens, before anything that ends a clause. `step` is -1
/// or +1.
bool says(std::string_view text, const Tokens& tokens, std::size_t from, std::size_t step) {
  for (int k = 0; k < 8 && from < tokens.size(); ++k, from += step) {
    const Token& token = tokens[from];
    if (token.is_line_break() || is_quote_token(token)) return false;
    if (token.is_word() && is_speech_verb(tokens.of(text, from))) return true;
    const bool own_stop = step != 1 && k == 0;
    if (!own_stop && (token.is(',') || token.is(';') || token.is(':') || token.is('!') ||
                      token.is('?') || token.is('(') || token.is(')')))
      return false;
  }
  return false;
}

template <std::size_t N>
int weight_of(const WordWeight (&words)[N], std::string_view word) {
  std::array<char, 16> small{};
  if (word.size() > small.size()) return 0;
  std::transform(word.begin(), word.end(), small.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view key(small.data(), word.size());
  const auto found =
      std::lower_bound(std::begin(words), std::end(words), key,
                       [](const WordWeight& w, std::string_view k) { return w.word < k; });
  return found != std::end(words) && found->word == key ? found->weight : 0;
}

}  // namespace

int spaced_evidence(std::string_view text, const Tokens& tokens, const QuoteContext& c) {
  const Left left = left_class(tokens, c);
  const Right right = right_class(tokens, c);
  int sum = left_weights[left] + right_weights[right];
  // What it was learned from has few paragraphs, and hardly one that begins by closing.
  if (c.left == Side::edge) sum += at_edge;
  if (c.right == Side::edge) sum -= at_edge;
  if (c.far_right == Side::word) {
    sum += right == right_lower ? pair_lower_weights[left] : pair_upper_weights[left];
    sum += weight_of(words_behind, tokens.of(text, c.right_token));
  }
  if (c.far_left == Side::word) sum += weight_of(words_before, tokens.of(text, c.left_token));
  const Clause clause = clause_of(left);
  if (c.right_token != no_token && says(text, tokens, c.right_token, 1))
    sum += says_behind_weights[clause];
  if (c.left_token != no_token && says(text, tokens, c.left_token, ~std::size_t{0}))
    sum += says_before_weights[clause];
  return std::clamp(sum, -spaced_limit, spaced_limit);
}

}  // namespace palimpsest
