// Joins a slash between two words that it couples: "and / or", "km / h", "9 / 11".
// Leaves alone one between longer names ("Newsmax / Zogby poll") and words, which many writers set
// with blanks: unless the text's hyphens were cut too, so that nothing speaks for the writer.
#include <optional>

#include "repair/hyphen.h"
#include "repair/near.h"
#include "repair/why_joined.h"
#include "repair/word_set.h"

namespace palimpsest {
namespace {

// Units that follow "per", and what they measure.
constexpr auto units =
    word_set("h", "s", "m", "km", "cm", "mm", "kg", "g", "mg", "l", "ml", "dl", "day", "d", "week",
             "month", "year", "yr", "hr", "min", "sec", "person", "k", "mol", "miles", "lb", "kwh");
// Closed pairs: alternatives by grammar, and abbreviations.
constexpr auto couples =
    word_set("and/or", "either/or", "he/she", "she/he", "his/her", "her/his", "him/her", "her/him",
             "his/hers", "himself/herself", "they/them", "she/her", "he/him", "s/he", "yes/no",
             "on/off", "n/a", "w/o", "c/o", "b/c", "a/c", "i/o", "pass/fail", "true/false",
             "input/output", "am/fm", "tcp/ip", "hiv/aids", "mr/mrs", "mr/ms", "a/b", "p/e");

bool is_couple(std::string_view left, std::string_view right) {
  if (left.size() + right.size() > 20) return false;
  std::string pair(left);
  pair += '/';
  pair += right;
  return couples.contains(LowerWord(pair));
}

bool is_coupled(const Near& near, std::size_t before, std::size_t after, bool cut_hyphens) {
  const Token& a = near[before];
  const Token& b = near[after];
  if (a.is_number() && b.is_number()) return true;
  if (!a.is_word()) return a.is_number() && units.contains(LowerWord(near.of(after)));
  if (b.is_number()) return near.of(before).size() == 1;  // f / 2.7
  if (!b.is_word()) return false;
  if (is_couple(near.of(before), near.of(after))) return true;
  const LowerWord left(near.of(before)), right(near.of(after));
  if (units.contains(left) && units.contains(right)) return true;
  return cut_hyphens && a.shape() == b.shape() && a.shape() != WordShape::capitalised;
}

}  // namespace

void rules::spaced_slash::find(const Passage& passage, Edits& edits) {
  if (passage.habits.count('/') == 0 || passage.tokenised_stretches().empty()) return;
  const Near near(passage);
  std::optional<bool> cut_hyphens;
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (!near[i].is('/') || !near.alone(i)) return;
    if (!cut_hyphens) cut_hyphens = count_hyphens(near).cuts();
    if (is_coupled(near, i - 2, i + 2, *cut_hyphens)) edits.add(near.span(i - 1, i + 1), "/", 80);
  });
}

std::string rules::spaced_slash::why(const Explained& change) {
  return why_joined(change, "A tokeniser set blanks around the slash between two coupled words.");
}

}  // namespace palimpsest
