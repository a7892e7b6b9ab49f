// Tested by tests/core/stretches_test.cpp.
//
// Every mark with a blank on the wrong side speaks for a tokeniser, every mark close to its word
// against one. Which stretches were tokenised is then the cheapest reading of that row of
// witnesses: a witness overruled costs its weight, a change from one state to the other costs too,
// less at a line end than in a sentence. (Viterbi 1967, two states.)
#include "repair/stretches.h"

#include <algorithm>
#include <cstddef>

#include "repair/calendar.h"
#include "repair/language.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

// Weights in tenths of a comma. A comma is the best witness: no tokeniser leaves one at its word.
constexpr int certain = 20, plain = 10, weak = 4, slight = 2;
// A whole text that starts tokenised must have more than a weak witness for it; two in balance
// leave it alone.
constexpr int start_cost = 6;
constexpr int switch_in_line = 30, switch_at_line = 12;

struct Witness {
  std::uint32_t token;
  int spaced, close;  // one of them is zero
};

class Reader {
 public:
  Reader(std::string_view text, const Tokens& tokens) : text_(text), tokens_(tokens) {}

  Witness read(std::size_t i) {
    const auto at = static_cast<std::uint32_t>(i);
    const Token& t = tokens_[i];
    if (t.kind() != TokenKind::mark) return {at, 0, 0};
    switch (t.code) {
      case ',':
      case ';':
      case ':':
      case '!':
      case '?':
      case '.':
      case ')':
      case ']':
        return stop(at, t.code);
      case '(':
      case '[':
        if (!open(i - 1)) return {at, 0, 0};
        return blank(i + 1) && !open(i + 2) ? Witness{at, plain, 0}
               : open(i + 1) || is_mouth(i) ? Witness{at, 0, 0}
                                            : Witness{at, 0, plain};
      case '\'':
      case 0x2019:
        return apostrophe(at);
      case '`':
        return i + 1 < tokens_.size() && tokens_[i + 1].is('`') && blank(i + 2)
                   ? Witness{at, certain, 0}
                   : Witness{at, 0, 0};
      case '"':
        if (open(i - 1) && open(i + 1) && (blank(i - 1) || blank(i + 1)) && !alone(i))
          return {at, weak, 0};
        return {at, 0, open(i - 1) && is_word(i + 1) ? weak : 0};
      case '-':  // -LRB-
        return i + 2 < tokens_.size() && tokens_[i + 2].is('-') && is_bracket_name(i + 1)
                   ? Witness{at, certain, 0}
                   : Witness{at, 0, 0};
      case '@':  // @-@, or ann @ example.org
        if (!blank(i - 1) || line_end(i - 2)) return {at, 0, 0};
        if (is_mark(i + 2, '@') && blank(i + 3)) return {at, certain, 0};
        return {at,
                blank(i + 1) && is_word(i + 2) && is_mark(i + 3, '.') && is_word(i + 4) ? plain : 0,
                0};
      default:
        return {at, 0, 0};
    }
  }

 private:
  bool blank(std::size_t i) const { return i < tokens_.size() && tokens_[i].is_blank(); }
  bool open(std::size_t i) const {
    return i >= tokens_.size() || tokens_[i].is_blank() || tokens_[i].is_line_break();
  }
  bool line_end(std::size_t i) const { return i >= tokens_.size() || tokens_[i].is_line_break(); }
  /// Nothing else in its line.
  bool alone(std::size_t i) const {
    return (line_end(i - 1) || (blank(i - 1) && line_end(i - 2))) &&
           (line_end(i + 1) || (blank(i + 1) && line_end(i + 2)));
  }
  bool is_word(std::size_t i) const { return i < tokens_.size() && tokens_[i].is_word(); }
  bool is_number(std::size_t i) const { return i < tokens_.size() && tokens_[i].is_number(); }
  bool is_mark(std::size_t i, char32_t mark) const {
    return i < tokens_.size() && tokens_[i].is(mark);
  }
  bool is_bracket_name(std::size_t i) const {
    const std::string_view word = tokens_.of(text_, i);
    return word.size() == 3 && word[2] == 'B' && (word[0] == 'L' || word[0] == 'R') &&
           (word[1] == 'R' || word[1] == 'S' || word[1] == 'C');
  }
  /// A bracket after `:` or `;` is the mouth of a smiley.
  bool is_mouth(std::size_t i) const {
    std::size_t eyes = i - 1;
    if (blank(eyes)) --eyes;
    if (is_mark(eyes, '-')) --eyes;
    if (blank(eyes)) --eyes;
    return is_mark(eyes, ':') || is_mark(eyes, ';');
  }

  /// French sets a blank before ; : ! and ?, so these speak for a tokeniser in English only, all
  /// but the first also in a text too short to tell ("Sent by : Ann").
  bool speaks(std::uint32_t code) {
    if (!counted_) {
      counted_ = true;
      const LanguageCounts counts = count_languages(text_, tokens_);
      english_ = counts.english > counts.french;
      plain_ = counts.french == 0;
      const std::size_t end = std::min<std::size_t>(tokens_.size(), 8192);
      for (std::size_t i = 0; i < end; ++i) plain_ &= tokens_[i].code < 128;
    }
    return english_ || (plain_ && code != ';');
  }

  /// A mark that stands close behind a word and has a blank or an end behind it.
  Witness stop(std::uint32_t at, std::uint32_t code) {
    const std::size_t i = at;
    if ((code == ')' || code == ']') && is_mouth(i)) return {at, 0, 0};
    const bool next_is_mark = i + 1 < tokens_.size() && tokens_[i + 1].kind() == TokenKind::mark;
    if (!open(i + 1) && !next_is_mark) return {at, 0, 0};
    if (blank(i - 1)) {
      if (line_end(i - 2)) return {at, 0, 0};
      // Dots in a row are an ellipsis, a shell's path; `:)` is a smiley; "5 , 000" is a number's
      // own damage.
      if (code == '.' && is_mark(i + 1, '.')) return {at, ends_in_dots(i) ? plain : 0, 0};
      if (is_mark(i + 1, '(') || is_mark(i + 1, ')') || is_mark(i + 1, '/') || is_mark(i + 1, '-'))
        return {at, 0, 0};
      if (code == '.' && is_mark(i - 2, '.') && is_word(i - 3) && tokens_.span(i - 3).size() == 1)
        return {at, plain, 0};  // "U.S. ."
      if (code == '.' && (is_mark(i - 2, '.') || is_mark(i + 2, '.'))) return {at, 0, 0};
      if (is_number(i - 2) && is_number(i + 2)) return {at, is_date(i) ? plain : 0, 0};
      if ((code == ':' || code == ';') && blank(i + 1)) {
        std::size_t next = i + 2;
        if (is_mark(next, '/')) return {at, certain, 0};
        if (is_mark(next, '-') && blank(next + 1)) next += 2;
        if (is_mark(next, ')')) return {at, line_end(next + 1) ? plain : 0, 0};
        if (is_mark(next, '(')) return {at, 0, 0};
      }
      // `him . "`: some part only the last stop of a paragraph, so the others say little.
      const int weight = quote_ends_line(i) ? certain : plain;
      if (code == '.' && blank(i + 1) && !line_end(i + 2)) {
        // "Q . Did you?" labels a speaker, "a . b" is a product.
        const bool single = is_word(i - 2) && tokens_.span(i - 2).size() == 1;
        return {at, single ? 0 : weight, 0};
      }
      if (code == ';' || code == ':' || code == '!' || code == '?')
        return {at, speaks(code) ? weight : 0, 0};
      return {at, weight, 0};
    }
    if (line_end(i - 1)) return {at, 0, 0};
    if (code == '.') {
      // An abbreviation keeps its stop in tokenised text, and some tokenisers part only the last
      // one of a paragraph.
      const bool letter = is_word(i - 1) && tokens_.span(i - 1).size() == 1;
      if (letter || is_mark(i - 1, '.') || is_mark(i + 1, '.')) return {at, 0, 0};
      return {at, 0, at_line_end(i) ? plain : blank(i + 1) ? slight : weak};
    }
    if (code == ':' && !blank(i + 1)) return {at, 0, 0};
    return {at, 0, plain};
  }

  /// "Here you go ...": the dots end the line, behind a word.
  bool ends_in_dots(std::size_t i) const {
    if (!is_word(i - 2)) return false;
    while (is_mark(i + 1, '.')) ++i;
    return at_line_end(i);
  }
  /// A closing mark set apart behind the stop `i`, and nothing else in the line.
  bool quote_ends_line(std::size_t i) const {
    const bool quote = is_mark(i + 2, '"') || is_mark(i + 2, '\'') || is_mark(i + 2, 0x201D) ||
                       is_mark(i + 2, 0x2019);
    return blank(i + 1) && quote && at_line_end(i + 2);
  }
  /// "July 21 , 2017"
  bool is_date(std::size_t i) const {
    return tokens_.span(i + 2).size() == 4 && blank(i - 3) && is_word(i - 4) &&
           is_month(tokens_.of(text_, i - 4));
  }

  bool at_line_end(std::size_t i) const {
    return line_end(i + 1) || (blank(i + 1) && line_end(i + 2));
  }

  static bool is_clitic(std::string_view word) {
    return word == "s" || word == "t" || word == "re" || word == "ll" || word == "ve" ||
           word == "d" || word == "m";
  }

  /// Clitics: "year 's", "do n't" against "year's", "don't".
  Witness apostrophe(std::uint32_t at) const {
    const std::size_t i = at;
    if (is_word(i - 1) && is_word(i + 1)) {
      const std::string_view before = tokens_.of(text_, i - 1), after = tokens_.of(text_, i + 1);
      if ((before == "n" || before == "N") && blank(i - 2)) return {at, certain, 0};
      return {at, 0, is_clitic(after) ? plain : 0};
    }
    if (!blank(i - 1) || line_end(i - 2)) return {at, 0, 0};
    if (blank(i + 1) && is_word(i + 2) && is_clitic(tokens_.of(text_, i + 2)) && open(i + 3))
      return {at, is_word(i - 2) || is_number(i - 2) ? certain : 0, 0};
    if (!is_word(i + 1) || !(is_word(i - 2) || is_number(i - 2))) return {at, 0, 0};
    const std::string_view after = tokens_.of(text_, i + 1);
    if (is_mark(i + 2, '\'') || is_mark(i + 2, 0x2019)) return {at, 0, 0};
    if (after == "s" || after == "ll" || after == "re" || after == "ve") return {at, certain, 0};
    return {at, after == "d" || after == "m" ? plain : 0, 0};
  }

  std::string_view text_;
  const Tokens& tokens_;
  bool counted_ = false;  // the next two are known: they are counted where they matter
  bool english_ = false, plain_ = false;
};

}  // namespace

std::vector<TokenRange> find_tokenised_stretches(std::string_view text, const Tokens& tokens,
                                                 const std::vector<std::uint32_t>& marks) {
  Reader reader(text, tokens);
  // A step per witness: its token, the first line break since the one before, and for both states
  // whether the cheapest way to it changed state there.
  struct Step {
    std::uint32_t token, line_break;
    bool switched[2];
  };
  constexpr std::uint32_t none = UINT32_MAX;
  constexpr std::uint8_t clean = 0, tokenised = 1;
  std::vector<Step> steps;
  int cost[2] = {0, start_cost};
  std::uint32_t line_break = none;
  bool any = false;
  for (const std::uint32_t i : marks) {
    if (tokens[i].is_line_break()) {
      if (line_break == none) line_break = i;
      continue;
    }
    const Witness w = reader.read(i);
    if (w.spaced == 0 && w.close == 0) continue;
    any |= w.spaced > 0;
    Step step{w.token, line_break, {}};
    const int change = steps.empty() ? 1000 : line_break == none ? switch_in_line : switch_at_line;
    int next[2];
    for (const std::uint8_t state : {clean, tokenised}) {
      step.switched[state] = cost[1 - state] + change < cost[state];
      next[state] = step.switched[state] ? cost[1 - state] + change : cost[state];
    }
    next[clean] += w.spaced;
    next[tokenised] += w.close;
    const int least = std::min(next[clean], next[tokenised]);
    cost[clean] = next[clean] - least;  // only the difference matters: it never grows
    cost[tokenised] = next[tokenised] - least;
    steps.push_back(step);
    line_break = none;
  }
  std::vector<TokenRange> stretches;
  if (!any) return stretches;

  std::uint8_t state = cost[tokenised] < cost[clean] ? tokenised : clean;
  auto end = static_cast<std::uint32_t>(tokens.size());
  // Backwards; where the state changes, the tokenised side takes all up to the line end or the
  // clean witness.
  for (std::size_t s = steps.size(); s-- > 0;) {
    const Step& step = steps[s];
    if (!step.switched[state]) continue;
    if (state == tokenised) {
      const std::uint32_t first =
          step.line_break != none ? step.line_break : steps[s - 1].token + 1;
      stretches.push_back({first, end});
    } else {
      end = step.line_break != none ? step.line_break : step.token;
    }
    state = state == clean ? tokenised : clean;
  }
  if (state == tokenised) stretches.push_back({0, end});
  std::reverse(stretches.begin(), stretches.end());
  return stretches;
}

}  // namespace palimpsest
