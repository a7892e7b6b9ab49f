// Tested by tests/core/numeral_test.cpp.
#include "entity/terms.h"

#include <array>

namespace palimpsest {
namespace {

struct Row {
  std::string_view word;
  TermSort sort = TermSort::word;
  std::uint32_t value = 0;
};

constexpr Row rows[] = {
#define TERM(word, sort, value) {word, TermSort::sort, static_cast<std::uint32_t>(value)},
#include "entity/terms.def"
};
constexpr std::size_t longest_word = 13;

constexpr std::uint32_t fnv_start = 2166136261U;
constexpr std::uint32_t fnv_step(std::uint32_t hash, unsigned char byte) {
  return (hash ^ byte) * 16777619U;
}

/// Open addressing: a row's index + 1, or 0; and other bits of its hash, so that nearly no word is
/// compared with a row in vain. Twice as many slots as rows, and a bit.
struct Slot {
  std::uint16_t row = 0, tag = 0;
};
constexpr std::size_t slot_count = 2048;
static_assert(std::size(rows) * 2 < slot_count);
using Slots = std::array<Slot, slot_count>;
Slots make_slots() {
  Slots table{};
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    std::uint32_t hash = fnv_start;
    for (const char c : rows[i].word) hash = fnv_step(hash, static_cast<unsigned char>(c));
    std::size_t slot = hash % slot_count;
    while (table[slot].row != 0) slot = (slot + 1) % slot_count;
    table[slot] = {static_cast<std::uint16_t>(i + 1), static_cast<std::uint16_t>(hash >> 16)};
  }
  return table;
}

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_letters(std::string_view word, std::string_view lower_word) {
  if (word.size() != lower_word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower(word[i]) != lower_word[i]) return false;
  return true;
}

/// Bit n: a row of n letters begins with the letter.
constexpr auto lengths = [] {
  std::array<std::uint16_t, 26> table{};
  for (const Row& row : rows)
    table[static_cast<std::size_t>(row.word[0] - 'a')] |=
        static_cast<std::uint16_t>(1U << row.word.size());
  return table;
}();

const Row* find_row(std::string_view word) {
  const char first = lower(word[0]);
  if (word.size() > longest_word || first < 'a' || first > 'z' ||
      (lengths[static_cast<std::size_t>(first - 'a')] >> word.size() & 1) == 0)
    return nullptr;
  static const Slots slots = make_slots();  // in the program it would be 8 KB
  std::uint32_t hash = fnv_start;
  for (const char c : word) hash = fnv_step(hash, static_cast<unsigned char>(lower(c)));
  const auto tag = static_cast<std::uint16_t>(hash >> 16);
  for (std::size_t slot = hash % slot_count; slots[slot].row != 0; slot = (slot + 1) % slot_count)
    if (slots[slot].tag == tag && same_letters(word, rows[slots[slot].row - 1].word))
      return &rows[slots[slot].row - 1];
  return nullptr;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads a number: digits, groups behind commas ("4,000", "1,00,000"), one decimal stop; with more
/// stops ("1.2.3") it is odd. `token` moves behind it.
void read_digits(std::string_view text, const Tokens& tokens, std::size_t& token, Term& term) {
  const auto digits_behind = [&](std::size_t mark, char32_t code) -> std::uint32_t {
    if (mark + 1 >= tokens.size() || !tokens[mark].is(code) || !tokens[mark + 1].is_number() ||
        !is_digit(text[tokens.begin_of(mark + 1)]))
      return 0;
    return tokens.span(mark + 1).size();
  };
  term.sort = TermSort::digits;
  const std::uint32_t first = tokens.span(token).size();
  if (!is_digit(text[term.begin])) term.digits = Term::Digits::odd;  // digits of another script
  ++token;
  if (first <= 3) {
    while (true) {
      const std::uint32_t size = digits_behind(token, ',');
      if (size != 3 && !(size == 2 && digits_behind(token + 2, ',') >= 2)) break;
      term.digits = Term::Digits::grouped;
      token += 2;
    }
  }
  if (digits_behind(token, '.') > 0) {
    term.digits = Term::Digits::decimal;
    token += 2;
    while (digits_behind(token, '.') > 0) {
      term.digits = Term::Digits::odd;
      token += 2;
    }
  }
  term.end = tokens.begin_of(token);
  if (term.digits != Term::Digits::plain) return;
  if (first > 9) {
    term.digits = Term::Digits::big;
    return;
  }
  for (std::uint32_t at = term.begin; at < term.end; ++at)
    term.value = term.value * 10 + static_cast<std::uint32_t>(text[at] - '0');
}

}  // namespace

bool Terms::is_text(std::size_t i, std::string_view lower_word) const {
  return i < size() && same_letters(text(i), lower_word);
}

void Terms::mark_names(std::span<const NameSpan> names) {
  std::size_t i = 0;
  for (const NameSpan& name : names) {
    while (i < terms_.size() && terms_[i].begin < name.span.begin) ++i;
    for (; i < terms_.size() && terms_[i].begin < name.span.end; ++i) {
      terms_[i].name = static_cast<std::uint8_t>(1 + static_cast<int>(name.label)) & 15;
      if (terms_[i].sort == TermSort::month && name.label == NameLabel::person)
        person_months_ |= 1U << terms_[i].value % 100;
    }
  }
}

Terms read_terms(std::string_view text, const Tokens& tokens, std::span<const NameSpan> names) {
  std::vector<Term> terms;
  terms.reserve(tokens.size() / 2 + 8);
  Term::Gap gap = Term::Gap::line;
  for (std::size_t i = 0; i < tokens.size();) {
    const Token& token = tokens[i];
    if (token.is_blank()) {
      if (gap == Term::Gap::none) gap = Term::Gap::blank;
      ++i;
      continue;
    }
    if (token.is_line_break() || token.kind() == TokenKind::other) {
      gap = Term::Gap::line;
      ++i;
      continue;
    }
    Term term{.begin = token.begin, .end = tokens.end_of(i), .gap = gap, .shape = token.shape()};
    gap = Term::Gap::none;
    if (token.is_number()) {
      read_digits(text, tokens, i, term);
    } else if (token.is_word()) {
      const Row* row = find_row(text.substr(term.begin, term.end - term.begin));
      term.sort = row == nullptr ? TermSort::word : row->sort;
      if (row != nullptr) term.value = row->value;
      ++i;
    } else if (token.is('.') && term.gap != Term::Gap::none && i + 1 < tokens.size() &&
               tokens[i + 1].is_number()) {  // ".5"
      ++i;
      term.sort = TermSort::digits;
      term.digits = Term::Digits::decimal;
      term.end = tokens.end_of(i++);
    } else {
      term.sort = TermSort::mark;
      term.value = token.code;
      ++i;
    }
    terms.push_back(term);
  }
  Terms result(text, std::move(terms));
  result.mark_names(names);
  return result;
}

}  // namespace palimpsest
