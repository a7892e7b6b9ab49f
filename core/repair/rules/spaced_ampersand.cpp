// Joins the & of initials: "AT & T", "R & D", "Q & A".
// Leaves it between names ("Marks & Spencer") and between letters that are no such initials ("Gates
// C & D").
#include "repair/near.h"
#include "repair/number_words.h"
#include "repair/why_joined.h"

namespace palimpsest {
namespace {

// Firms with more than a letter on one side.
constexpr std::string_view firms[][2] = {{"AT", "T"}, {"PG", "E"},  {"BB", "T"}, {"MG", "E"},
                                         {"OG", "E"}, {"SDG", "E"}, {"F", "AM"}, {"BG", "E"},
                                         {"DP", "L"}, {"A", "TT"}};

/// "AT & T", "Q & A", "texas a & m": initials, not the gates C and D.
bool are_initials(const Near& near, std::size_t left, std::size_t right) {
  for (const auto& firm : firms)
    if (near.of(left) == firm[0] && near.of(right) == firm[1]) return true;
  if (near.span(left).size() != 1 || near.span(right).size() != 1) return false;
  if (near[left].shape() != near[right].shape()) return false;
  const std::string_view label = near.of(near.previous(left));
  return !is_numbered_thing(label);
}

}  // namespace

void rules::spaced_ampersand::find(const Passage& passage, Edits& edits) {
  if (passage.habits.count('&') == 0) return;
  const Near near(passage);
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (!near[i].is('&') || !near.alone(i)) return;
    if (near[i - 2].is_word() && near[i + 2].is_word() && are_initials(near, i - 2, i + 2))
      edits.add(near.span(i - 1, i + 1), "&", 85);
  });
}

std::string rules::spaced_ampersand::why(const Explained& change) {
  return why_joined(change, "Initials joined by & have no blanks around it.");
}

}  // namespace palimpsest
