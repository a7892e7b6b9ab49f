// Tested by the cases of lost_byte and misread_mark.
#include "repair/english_marks.h"

#include <algorithm>
#include <array>

namespace palimpsest {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return static_cast<unsigned char>(c) <= ' '; }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// Longer than any word in a contraction.
constexpr std::size_t max_word = 12;

std::string_view letters_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < max_word && is_letter(text[begin - 1])) --begin;
  return text.substr(begin, at - begin);
}

std::string_view letters_behind(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < max_word && is_letter(text[end])) ++end;
  return text.substr(at, end - at);
}

/// A word in lower case, short enough for the lists below; else empty.
struct LowerWord {
  std::array<char, max_word> letters{};
  std::size_t size = 0;
  explicit LowerWord(std::string_view word) {
    if (word.size() > max_word) return;
    for (const char c : word) letters[size++] = is_upper(c) ? static_cast<char>(c + 32) : c;
  }
  operator std::string_view() const { return {letters.data(), size}; }
};

template <std::size_t n>
bool is_in(const std::string_view (&list)[n], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

bool is_contraction(std::string_view left_word, std::string_view right_word) {
  constexpr std::string_view not_stems[] = {
      "ain",    "aren", "can",     "couldn", "daren", "didn",   "doesn", "don",
      "hadn",   "hasn", "haven",   "isn",    "mayn",  "mightn", "mustn", "needn",
      "oughtn", "shan", "shouldn", "wasn",   "weren", "won",    "wouldn"};
  constexpr std::string_view have_stems[] = {"could", "i",   "might", "must", "should", "they",
                                             "we",    "who", "would", "you",  "there"};
  constexpr std::string_view are_stems[] = {"they",  "we",  "you",   "who", "what",
                                            "there", "how", "where", "why"};
  constexpr std::string_view will_stems[] = {"he",   "i",    "it", "she",  "that", "there",
                                             "they", "this", "we", "what", "who",  "you"};
  constexpr std::string_view is_stems[] = {
      "he",   "here",  "how", "it",  "let",      "she",       "that",    "there", "what",
      "when", "where", "who", "why", "everyone", "everybody", "someone", "nobody"};
  const LowerWord left(left_word), right(right_word);
  const std::string_view r = right;
  if (r == "t") return is_in(not_stems, left);
  if (r == "ve") return is_in(have_stems, left);
  if (r == "re") return is_in(are_stems, left);
  if (r == "ll") return is_in(will_stems, left);
  if (r == "d") return is_in(will_stems, left);
  if (r == "s") return is_in(is_stems, left);
  if (r == "m") return left_word == "I";
  if (r == "clock") return std::string_view(left) == "o";
  // O’Brien
  return left_word == "O" && right_word.size() > 3 && is_upper(right_word[0]) &&
         is_lower(right_word[1]);
}

MarkPlace mark_place(std::string_view text, CleanSpan place) {
  const char before = place.begin > 0 ? text[place.begin - 1] : '\n';
  const char behind = place.end < text.size() ? text[place.end] : '\n';
  if (is_letter(before) && is_letter(behind)) {
    const std::string_view left = letters_before(text, place.begin);
    const std::string_view right = letters_behind(text, place.end);
    if (is_contraction(left, right)) return MarkPlace::contraction;
    return right == "s" && left.size() > 2 ? MarkPlace::possessive : MarkPlace::joined;
  }
  const bool ends = is_space(behind) || is_one_of(behind, ")],.;:!?");
  if (is_space(before) || is_one_of(before, "([")) {
    if (is_letter(behind) || is_digit(behind)) return MarkPlace::opening;
    return is_space(before) && is_space(behind) ? MarkPlace::apart : MarkPlace::none;
  }
  if (is_one_of(before, ",.!?"))
    return is_space(behind) || behind == ')' ? MarkPlace::closing : MarkPlace::none;
  return (is_letter(before) || is_digit(before)) && ends ? MarkPlace::trailing : MarkPlace::none;
}

}  // namespace palimpsest
