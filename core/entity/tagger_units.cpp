// Tested by tests/core/tagger_test.cpp.
#include "entity/tagger_units.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "repair/word_set.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

constexpr std::size_t longest_chain = 400;

// Abbreviations that keep their stop, lower-cased. What can as well end a sentence ("no.",
// "is.") is not among them.
constexpr auto with_a_stop =
    word_set("adm", "ala", "apr", "ariz", "assn", "aug", "ave", "bros", "brig", "calif", "capt",
             "cmdr", "co", "col", "colo", "conn", "corp", "cpl", "dec", "dept", "dr", "feb", "fla",
             "ft", "gen", "gov", "hon", "inc", "jan", "jr", "lt", "ltd", "maj", "mass", "messrs",
             "mich", "minn", "miss", "mr", "mrs", "ms", "mt", "nev", "nov", "oct", "okla", "ore",
             "penn", "ph", "pres", "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sept",
             "sgt", "spc", "sr", "st", "supt", "tenn", "tex", "univ", "va", "vs", "wash", "wis");

bool keeps_its_stop(std::string_view word) {
  const std::string lower = lower_case(word);
  return with_a_stop.contains(lower);
}

bool is_apostrophe(const Token& t) { return t.is('\'') || t.is(U'’'); }

/// Cuts one sentence; everything is decided by looking a few tokens ahead.
class Cutter {
 public:
  Cutter(std::string_view text, const Tokens& tokens, std::uint32_t end)
      : text_(text), tokens_(tokens), end_(end) {}

  /// Index behind the unit that begins at token `i`; `i` is no blank.
  std::size_t end_of_unit(std::size_t i) const {
    const Token& t = tokens_[i];
    if (t.is_number()) return end_of_number(i);
    if (is_possessive(i)) return i + 2;
    if (!t.is_word()) return i + 1;
    if (is_initial(i)) {
      std::size_t e = i + 2;
      while (inside(e + 1) && is_initial(e)) e += 2;
      return e;
    }
    std::size_t e = i + 1;
    while (inside(e + 1) && tokens_[e + 1].is_word() &&
           (joins_by_apostrophe(e) || joins_by_ampersand(e)))
      e += 2;
    if (inside(e) && tokens_[e].is('.') && e == i + 1 && keeps_its_stop(tokens_.of(text_, i))) ++e;
    return e;
  }

 private:
  bool inside(std::size_t i) const { return i < tokens_.size() && tokens_[i].begin < end_; }

  std::size_t end_of_number(std::size_t i) const {
    std::size_t e = i + 1;
    while (inside(e + 1) && (tokens_[e].is(',') || tokens_[e].is('.')) &&
           tokens_[e + 1].is_number())
      e += 2;
    if (inside(e) && tokens_[e].is_word()) ++e;  // 4th, 100km
    return e;
  }
  bool is_possessive(std::size_t i) const {
    if (!is_apostrophe(tokens_[i]) || !inside(i + 1) || !tokens_[i + 1].is_word()) return false;
    const std::string_view s = tokens_.of(text_, i + 1);
    return s == "s" || s == "S";
  }
  bool is_initial(std::size_t i) const {
    const std::string_view word = tokens_.of(text_, i);
    return tokens_[i].is_word() && inside(i + 1) && tokens_[i + 1].is('.') && word.size() == 1 &&
           is_upper(tokens_[i].code);
  }
  bool joins_by_apostrophe(std::size_t e) const {
    return is_apostrophe(tokens_[e]) && !is_possessive(e);
  }
  bool joins_by_ampersand(std::size_t e) const {
    return tokens_[e].is('&') && is_upper(tokens_[e - 1].code) && is_upper(tokens_[e + 1].code);
  }

  std::string_view text_;
  const Tokens& tokens_;
  std::uint32_t end_;
};

}  // namespace

Units cut_units(std::string_view text, const Tokens& tokens, std::span<const CleanSpan> sentences) {
  Units result;
  std::size_t i = 0;
  for (const CleanSpan& sentence : sentences) {
    while (i < tokens.size() && tokens[i].begin < sentence.begin) ++i;
    const Cutter cutter(text, tokens, std::min(sentence.end, tokens.text_size()));
    std::uint32_t last_end = 0;
    std::size_t length = 0;
    while (i < tokens.size() && tokens[i].begin < sentence.end) {
      const Token& t = tokens[i];
      if (t.is_blank() || t.is_line_break() || t.kind() == TokenKind::other) {
        ++i;
        continue;
      }
      const std::size_t e = cutter.end_of_unit(i);
      if (length % longest_chain == 0)
        result.chains.push_back(static_cast<std::uint32_t>(result.units.size()));
      ++length;
      bool letters = false;
      for (std::size_t k = i; k < e; ++k) letters = letters || tokens[k].is_word();
      const CleanSpan span = tokens.span(i, e - 1);
      result.units.push_back({.span = span,
                              .glued = length > 1 && last_end == span.begin,
                              .letters = letters,
                              .possessive = e == i + 2 && is_apostrophe(t)});
      last_end = span.end;
      i = e;
    }
  }
  return result;
}

}  // namespace palimpsest
