// Joins a word split by a hyphen at a line end: "presi-\ndent" becomes "president". A hyphen that
// is the word's own stays: "well-\nknown" becomes "well-known". Leaves alone a dash ("so -\nwell":
// there the hyphen follows a blank) and a suspended hyphen
// ("pre- and post-war"). The document is its own dictionary; what it does not know, a list of
// compounds and of their parts may; else the hyphen was the line's.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "repair/compounds.h"
#include "repair/rule.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

enum Found : std::uint8_t { line_hyphen, own_hyphen };

/// First parts that keep their hyphen before nearly any word. Not "ex", "one", "ten": "ex-\npect"
/// and "ten-\nsion" are cut words.
bool keeps_hyphen(std::string_view left, std::string_view right) {
  static constexpr std::string_view words[] = {
      "eight", "eighty", "fifty", "five",   "forty", "four",    "half",
      "nine",  "ninety", "quasi", "self",   "seven", "seventy", "six",
      "sixty", "thirty", "three", "twenty", "two",   "vice",    "well"};
  static constexpr std::string_view endings[] = {"een",  "fold",  "hood", "ish",  "less",
                                                 "ness", "same",  "some", "teen", "teenth",
                                                 "th",   "tieth", "ty",   "way",  "ways"};
  return std::binary_search(std::begin(words), std::end(words), left) &&
         !std::binary_search(std::begin(endings), std::end(endings), right);
}

/// "pre- and post-war": the hyphen stands for what comes later.
bool suspends(std::string_view right) {
  static constexpr std::string_view words[] = {"and",  "bis", "e",  "et", "nor", "o",
                                               "oder", "or",  "ou", "to", "und", "y"};
  return std::binary_search(std::begin(words), std::end(words), right);
}

/// The words of a text and its compounds of two words, built when the first split word is met.
class OwnWords {
 public:
  explicit OwnWords(const Passage& passage) : p_(passage) {}

  bool has(std::string_view word) {
    if (words_.empty()) build();
    return words_.contains(word);
  }

 private:
  void build() {
    const Tokens& tokens = p_.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].is_word()) continue;
      words_.insert(p_.of(i));
      if (i + 2 < tokens.size() && tokens[i + 1].is('-') && tokens[i + 2].is_word())
        words_.insert(tokens.span(i, i + 2).of(p_.text));
    }
  }

  const Passage& p_;
  std::unordered_set<std::string_view> words_;
};

bool is_hyphen(const Token& t) { return t.is('-') || t.is(U'\u2010') || t.code == 0xAD; }

/// A line that a program cut is about as long as the next one; a speaker breaks off anywhere.
bool is_full(const Tokens& tokens, std::size_t line_break) {
  constexpr std::size_t reach = 60;  // tokens; a line of more is long enough
  const auto length = [&](std::size_t first, std::size_t end) {
    return tokens.begin_of(end) - tokens.begin_of(first);
  };
  std::size_t first = line_break, end = line_break + 1;
  while (first > 0 && line_break - first < reach && !tokens[first - 1].is_line_break()) --first;
  while (end < tokens.size() && end - line_break < reach && !tokens[end].is_line_break()) ++end;
  return length(first, line_break) * 5 >= length(line_break + 1, end) * 3;
}

/// Whose hyphen it is: the line's or the word's. No confidence: neither's.
Found owner(const Passage& p, OwnWords& own, std::size_t hyphen, std::size_t right,
            std::uint8_t& confidence) {
  const Tokens& tokens = p.tokens;
  if (tokens[hyphen].code == 0xAD) return confidence = 99, line_hyphen;
  const std::string_view left = p.of(hyphen - 1);
  std::string joined(left);
  joined += p.of(right);
  std::string compound(left);
  compound += '-';
  compound += p.of(right);
  if (own.has(compound)) return confidence = 97, own_hyphen;
  if (own.has(joined)) return confidence = 97, line_hyphen;
  const bool in_chain = hyphen >= 2 && tokens[hyphen - 2].is('-');  // "state-of-the-\nart"
  const std::string small = lower_case(left);
  if (in_chain || is_compound(lower_case(compound)) || keeps_hyphen(small, p.of(right)) ||
      are_compound_parts(small, p.of(right)) || tokens[hyphen - 1].is_number())
    return confidence = 92, own_hyphen;
  // "Anglo-\nSaxon"; but "whol-\nWell" is a speaker who breaks off, and so is a single letter.
  if (tokens[right].shape() != WordShape::lower) {
    confidence = tokens[hyphen - 1].shape() == WordShape::lower || left.size() < 4 ? 0 : 92;
    return own_hyphen;
  }
  confidence = code_point_length(left) < 2 ? 0 : 88;
  return line_hyphen;
}

}  // namespace

void rules::hyphen_break::find(const Passage& passage, Edits& edits) {
  if (passage.habits.line_breaks == 0) return;
  if (passage.habits.ascii && passage.habits.count('-') == 0) return;
  const Tokens& tokens = passage.tokens;
  OwnWords own(passage);
  for (std::size_t i = 1; i + 2 < tokens.size(); ++i) {
    if (!is_hyphen(tokens[i])) continue;
    std::size_t line_break = i + 1;
    if (tokens[line_break].is_blank()) ++line_break;
    if (!tokens[line_break].is_line_break() ||
        !(tokens[i - 1].is_word() || tokens[i - 1].is_number()))
      continue;
    std::size_t right = line_break + 1;
    if (right < tokens.size() && tokens[right].is_blank()) ++right;
    if (right >= tokens.size() || !tokens[right].is_word() || suspends(passage.of(right))) continue;
    // "-x-\ny" is a chain; "/x-\ny" an address
    if (i >= 2 && (tokens[i - 2].is('/') || tokens[i - 2].is('_'))) continue;
    std::uint8_t confidence = 0;
    const Found found = owner(passage, own, i, right, confidence);
    const std::size_t first = found == line_hyphen ? i : i + 1;
    if (confidence > 0 && is_full(tokens, line_break))
      edits.add(tokens.span(first, right - 1), "", confidence, found);
  }
}

std::string rules::hyphen_break::why(const Explained& change) {
  if (change.detail == own_hyphen)
    return "The word goes on in the next line; its hyphen is its own and stays.";
  return "The word was split at a line end; the hyphen was only the line's.";
}

}  // namespace palimpsest
