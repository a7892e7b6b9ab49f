// Tested by tests/core/numeral_test.cpp.
#include "entity/terms.h"

#include <array>

namespace palimpsest {
namespace {

// Words in a row and their meanings beside them: in the program that a page loads, the addresses of
// so many strings would be as much as the strings.
constexpr std::string_view words =
#define TERM(word, sort, value) word " "
#include "entity/terms.def"
    ;
struct Meaning {
  TermSort sort;
  std::uint32_t value;
};
constexpr Meaning meanings[] = {
#define TERM(word, sort, value) {TermSort::sort, static_cast<std::uint32_t>(value)},
#include "entity/terms.def"
};
constexpr std::size_t longest_word = 13;

constexpr std::uint32_t fnv_start = 2166136261U;
constexpr std::uint32_t fnv_step(std::uint32_t hash, unsigned char byte) {
  return (hash ^ byte) * 16777619U;
}

/// Open addressing: a word's number + 1, or 0; and other bits of its hash, so that nearly no word
/// is compared with another in vain. Twice as many slots as words, and a bit.
struct Slot {
  std::uint16_t number = 0, tag = 0;
};
constexpr std::size_t slot_count = 2048;
static_assert(std::size(meanings) * 2 < slot_count);

struct Table {
  std::array<std::string_view, std::size(meanings)> words{};
  std::array<Slot, slot_count> slots{};
  std::array<std::uint16_t, 26> lengths{};  // bit n: a word of n letters begins with the letter
};
Table make_table() {
  Table table;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < table.words.size(); ++i) {
    const std::string_view word = words.substr(begin, words.find(' ', begin) - begin);
    begin += word.size() + 1;
    table.words[i] = word;
    table.lengths[static_cast<std::size_t>(word[0] - 'a')] |=
        static_cast<std::uint16_t>(1U << word.size());
    std::uint32_t hash = fnv_start;
    for (const char c : word) hash = fnv_step(hash, static_cast<unsigned char>(c));
    std::size_t slot = hash % slot_count;
    while (table.slots[slot].number != 0) slot = (slot + 1) % slot_count;
    table.slots[slot] = {static_cast<std::uint16_t>(i + 1), static_cast<std::uint16_t>(hash >> 16)};
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

const Meaning* find_meaning(std::string_view word) {
  static const Table table = make_table();
  const char first = lower(word[0]);
  if (word.size() > longest_word || first < 'a' || first > 'z' ||
      (table.lengths[static_cast<std::size_t>(first - 'a')] >> word.size() & 1) == 0)
    return nullptr;
  std::uint32_t hash = fnv_start;
  for (const char c : word) hash = fnv_step(hash, static_cast<unsigned char>(lower(c)));
  const auto tag = static_cast<std::uint16_t>(hash >> 16);
  for (std::size_t slot = hash % slot_count; table.slots[slot].number != 0;
       slot = (slot + 1) % slot_count) {
    const std::size_t i = table.slots[slot].number - 1u;
    if (table.slots[slot].tag == tag && same_letters(word, table.words[i])) return &meanings[i];
  }
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
      const Meaning* meaning = find_meaning(text.substr(term.begin, term.end - term.begin));
      term.sort = meaning == nullptr ? TermSort::word : meaning->sort;
      if (meaning != nullptr) term.value = meaning->value;
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
