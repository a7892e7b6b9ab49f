// Joins a word split by a hyphen at a line end: "presi-\ndent" becomes "president". A hyphen that
// is the word's own stays: "well-\nknown" becomes "well-known". Leaves alone a dash ("so -\nwell":
// there the hyphen follows a blank) and a suspended hyphen
// ("pre- and post-war"). The document is its own dictionary; what it does not know, a list of
// compounds and of their parts may; else the hyphen was the line's.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "repair/compounds.h"
#include "repair/lines.h"
#include "repair/word_set.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace palimpsest {
namespace {

enum Found : std::uint8_t { line_hyphen, own_hyphen };

/// First parts that keep their hyphen before nearly any word. Not "ex", "one", "ten": "ex-\npect"
/// and "ten-\nsion" are cut words.
bool keeps_hyphen(std::string_view left, std::string_view right) {
  static constexpr auto words =
      word_set("eight", "eighty", "fifty", "five", "forty", "four", "half", "nine", "ninety",
               "quasi", "self", "seven", "seventy", "six", "sixty", "thirty", "three", "twenty",
               "two", "vice", "well");
  static constexpr auto endings =
      word_set("een", "fold", "hood", "ish", "less", "ness", "same", "some", "teen", "teenth", "th",
               "tieth", "ty", "way", "ways");
  return words.contains(left) && !endings.contains(right);
}

/// Prefixes that stand before names.
bool is_prefix(std::string_view left) {
  static constexpr auto words = word_set("anti", "ex", "inter", "mid", "neo", "non", "pan", "post",
                                         "pre", "pro", "sub", "trans", "ultra", "un");
  return words.contains(left);
}

/// The words of a text and its compounds of two words, built when the first split word is met.
class OwnWords {
 public:
  explicit OwnWords(const Passage& passage) : p_(passage) {}

  bool has(std::string_view word) { return count(word) > 0; }
  /// Besides the place where it was split.
  bool has_elsewhere(std::string_view part) { return count(part) > 1; }

 private:
  std::uint32_t count(std::string_view word) {
    if (words_.empty()) build();
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
  }
  void build() {
    const Tokens& tokens = p_.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].is_word()) continue;
      ++words_[p_.of(i)];
      if (i + 2 < tokens.size() && tokens[i + 1].is('-') && tokens[i + 2].is_word())
        ++words_[tokens.span(i, i + 2).of(p_.text)];
    }
  }

  const Passage& p_;
  std::unordered_map<std::string_view, std::uint32_t> words_;
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

/// A word split at a line end.
struct Split {
  std::size_t hyphen, line_break, right;  // tokens
  Found found = line_hyphen;
  std::uint8_t confidence = 0;  // none: not known
};

/// Whose hyphen it is, as far as words tell.
void judge(const Passage& p, OwnWords& own, Split& s) {
  const Tokens& tokens = p.tokens;
  const auto is = [&](Found found, std::uint8_t confidence) {
    s.found = found, s.confidence = confidence;
  };
  if (tokens[s.hyphen].code == 0xAD) return is(line_hyphen, 99);
  const std::string_view left = p.of(s.hyphen - 1), right = p.of(s.right);
  std::string joined(left);
  joined += right;
  std::string compound(left);
  compound += '-';
  compound += right;
  if (own.has(compound)) return is(own_hyphen, 97);
  if (own.has(joined)) return is(line_hyphen, 97);
  const bool in_chain = s.hyphen >= 2 && tokens[s.hyphen - 2].is('-');  // "state-of-the-\nart"
  const std::string small = lower_case(left);
  if (in_chain || is_compound(lower_case(compound)) || keeps_hyphen(small, right) ||
      are_compound_parts(small, right) || tokens[s.hyphen - 1].is_number() ||
      (s.hyphen >= 2 && tokens[s.hyphen - 2].is_number()))  // "17th-\ncentury"
    return is(own_hyphen, 92);
  if (left.size() > 2 && right.size() > 2 && own.has_elsewhere(left) && own.has_elsewhere(right))
    return is(own_hyphen, 80);  // two words of the text
}

}  // namespace

void rules::hyphen_break::find(const Passage& passage, Edits& edits) {
  if (passage.habits.line_breaks == 0) return;
  const Tokens& tokens = passage.tokens;
  const std::string_view text = passage.text;
  OwnWords own(passage);
  std::vector<Split> splits;
  std::size_t own_hyphens = 0, line_hyphens = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    std::size_t end = at;  // of the line, without blanks
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r'))
      --end;
    // The last byte of "-", U+2010 or a soft hyphen.
    if (end < 2 || (text[end - 1] != '-' && text[end - 1] != '\x90' && text[end - 1] != '\xAD'))
      continue;
    const std::size_t i = tokens.at(static_cast<std::uint32_t>(end - 1));
    if (i == 0 || !is_hyphen(tokens[i])) continue;
    if (!tokens[i - 1].is_word() && !tokens[i - 1].is_number()) continue;
    const std::size_t line_break = tokens.at(static_cast<std::uint32_t>(at));
    std::size_t right = line_break + 1;
    if (right < tokens.size() && tokens[right].is_blank()) ++right;
    if (right >= tokens.size() || !tokens[right].is_word() || suspends_hyphen(passage.of(right)))
      continue;
    // "/x-\ny" is a piece of an address.
    if (i >= 2 && (tokens[i - 2].is('/') || tokens[i - 2].is('_'))) continue;
    if (!is_full(tokens, line_break)) continue;
    Split split{i, line_break, right};
    judge(passage, own, split);
    if (split.confidence > 0) ++(split.found == own_hyphen ? own_hyphens : line_hyphens);
    splits.push_back(split);
  }
  // Some programs cut lines only behind a word's own hyphen, some typesetters anywhere: what the
  // words do not tell, the text's other splits do.
  const bool only_own = own_hyphens >= 2 && line_hyphens == 0 && own_hyphens * 3 >= splits.size();
  for (Split& s : splits) {
    if (s.confidence == 0) {
      const WordShape left = tokens[s.hyphen - 1].shape(), right = tokens[s.right].shape();
      const std::size_t letters = code_point_length(passage.of(s.hyphen - 1));
      if (right != WordShape::lower) {
        // "Anglo-\nSaxon", "pre-\nChristian"; but "whol-\nWell" is a speaker who breaks off.
        const bool prefix = is_prefix(passage.of(s.hyphen - 1));
        if (!prefix && (left == WordShape::lower || letters < 4)) continue;
        s.found = own_hyphen, s.confidence = 92;
      } else if (only_own) {
        s.found = own_hyphen, s.confidence = 80;
      } else {
        if (letters < 2) continue;
        s.found = line_hyphen, s.confidence = 88;
      }
    }
    const std::size_t first = s.found == line_hyphen ? s.hyphen : s.hyphen + 1;
    edits.add(tokens.span(first, s.right - 1), "", s.confidence, s.found);
  }
}

std::string rules::hyphen_break::why(const Explained& change) {
  if (change.detail == own_hyphen)
    return "The word goes on in the next line; its hyphen is its own and stays.";
  return "The word was split at a line end; the hyphen was only the line's.";
}

}  // namespace palimpsest
