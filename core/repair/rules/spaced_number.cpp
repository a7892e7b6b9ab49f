// Joins a number that a blank cut: "4 , 000" and "4, 000" become "4,000".
// Leaves lists ("rooms 3, 120, 130"), dates ("July 21, 2017") and years ("In 2016, 300 people")
// alone: the left part has one to three digits, the right one just three, and no number or month
// stands beside them.
#include "repair/rule.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

bool is_before_a_day(std::string_view word) {
  // A month's name or its abbreviation: three letters tell them all.
  constexpr std::string_view months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (const std::string_view m : months)
    if (word.starts_with(m)) return true;
  return false;
}

}  // namespace

void rules::spaced_number::find(const Passage& passage, Edits& edits) {
  if (passage.habits.count(',') == 0 || passage.habits.numbers < 2) return;
  const Tokens& tokens = passage.tokens;
  for (std::size_t i = 1; i + 2 < tokens.size(); ++i) {
    if (!tokens[i].is(',')) continue;
    const std::size_t left = tokens[i - 1].is_blank() && i >= 2 ? i - 2 : i - 1;
    const std::size_t right = tokens[i + 1].is_blank() ? i + 2 : i + 1;
    if (right == i + 1 && left == i - 1) continue;  // nothing to join
    if (!tokens[left].is_number() || passage.of(left).size() > 3 || passage.of(left)[0] == '0')
      continue;
    if (right >= tokens.size() || !tokens[right].is_number() || passage.of(right).size() != 3)
      continue;
    const std::size_t word = left >= 2 ? left - 2 : left;
    if (word < left && tokens[word].is_word() &&
        (is_before_a_day(passage.of(word)) || passage.of(word).ends_with("s") ||
         passage.of(word).starts_with("chapter") || passage.of(word).starts_with("Psalm")))
      continue;
    // "3, 120 and 7", "3, 120, 7": a list
    std::size_t next = right + 1;
    if (next + 1 < tokens.size() && tokens[next].is_blank()) ++next;
    if (next < tokens.size() && tokens[next].is(',') && next + 2 < tokens.size() &&
        tokens[next + 2].is_number())
      continue;
    if (left >= 2 && tokens[left - 1].is_blank() && tokens[left - 2].is(',')) continue;
    edits.add({tokens.end_of(left), tokens.begin_of(right)}, ",", 90);
  }
}

std::string rules::spaced_number::why(const Explained&) { return {}; }

}  // namespace palimpsest
