// Joins % ‰ and ° to their number: "58 %" becomes "58%", "25 ° C" becomes "25°C".
// Leaves languages alone that set a blank there (German, French, Swedish), and English that does so
// on purpose: where no tokeniser was at work, a number left whole anywhere says so ("5 % of 0.5").
#include <optional>

#include "repair/language.h"
#include "repair/split_number.h"

namespace palimpsest {

void rules::spaced_percent::find(const Passage& passage, Edits& edits) {
  if (passage.habits.count('%') + passage.habits.count('+') + passage.habits.other_marks == 0)
    return;
  const Near near(passage);
  InStretch in_stretch(passage);
  std::optional<LanguageCounts> language;
  std::optional<NumberHabits> numbers;
  const auto is_cut = [&](std::size_t number) {
    if (!language) language = count_languages(passage.text, passage.tokens);
    if (in_stretch(number))
      return !language->reads_as_french() && language->other <= language->english;
    if (!language->reads_as_english()) return false;
    if (near[number - 1].kind() == TokenKind::mark && near[number - 2].is_number()) return false;
    if (!numbers) numbers = count_numbers(passage);
    return numbers->intact == 0;
  };
  each_mark(passage, [&](std::size_t i) {
    // "20 + years": not a sum, whose plus has a number or a letter behind it.
    if (near[i].is('+') && in_stretch(i) && near.gap(i - 1) && near[i - 2].is_number() &&
        near.gap(i + 1) && near[i + 2].is_word() && near.span(i + 2).size() > 1)
      edits.add(near.span(i - 1), "", 75);
    const bool degree = near[i].is(U'°');
    if (!near[i].is('%') && !near[i].is(U'‰') && !degree) return;
    if (near.gap(i - 1) && near[i - 2].is_number() && is_cut(i - 2))
      edits.add(near.span(i - 1), "", in_stretch(i) ? 94 : 80);
    if (degree && near.gap(i + 1) && in_stretch(i)) {
      const std::string_view scale = near.of(i + 2);
      if (scale == "C" || scale == "F") edits.add(near.span(i + 1), "", 85);
    }
  });
}

std::string rules::spaced_percent::why(const Explained&) { return {}; }

}  // namespace palimpsest
