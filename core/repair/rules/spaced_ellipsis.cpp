// Joins dots that were set apart ("Wait . . . what" becomes "Wait... what") and sets an ellipsis to
// the word it follows ("yet ... but" becomes "yet... but") where the text does so elsewhere, or
// says nothing of it and is neither an article nor a quotation with words left out. Leaves alone
// two dots (a path), and an ellipsis behind a stop or at the start of a quotation.
#include "repair/near.h"
#include "repair/why_joined.h"

namespace palimpsest {
namespace {

/// How the ellipses of the text stand that no tokeniser has touched.
struct Habit {
  int close = 0, apart = 0;
};

/// Newspapers set an ellipsis apart on both sides, writers of messages close to the word (measured:
/// apart in 7 of 7 places in 50 edited documents, close in 40 of 43 in sentences from the web).
constexpr std::uint32_t words_of_article = 100;

/// The last dot of a run that begins at `i`, with gaps between all of them or none; `i` if alone.
std::size_t run_end(const Near& near, std::size_t i, bool& parted) {
  parted = near.gap(i + 1) && near[i + 2].is('.');
  const std::size_t step = parted ? 2 : 1;
  while (near[i + step].is('.') && (!parted || near.gap(i + 1))) i += step;
  return i;
}

Habit read_habit(const Near& near, const Passage& passage) {
  Habit habit;
  InStretch in_stretch(passage);
  each_mark(passage, [&](std::size_t i) {
    const bool dots =
        near[i].is('.') && near[i + 1].is('.') && near[i + 2].is('.') && !near[i - 1].is('.');
    if (!dots && !near[i].is(U'…')) return;
    if (near[i - 1].is_word())
      ++habit.close;
    else if (near.gap_before(i) && near[i - 2].is_word() && !in_stretch(i))
      ++habit.apart;
  });
  return habit;
}

}  // namespace

void rules::spaced_ellipsis::find(const Passage& passage, Edits& edits) {
  if (passage.tokenised_stretches().empty()) return;
  if (passage.habits.count('.') < 2 && passage.habits.other_marks == 0) return;
  const Near near(passage);
  const Habit habit = read_habit(near, passage);
  bool quoted = false;
  std::size_t done = 0;
  each_tokenised_mark(passage, [&](std::size_t i) {
    if (near.edge(i)) quoted = false;
    if (near[i].is('"')) quoted = !quoted;
    if (near[i].is(U'“') || (near[i].is('`') && near[i + 1].is('`'))) quoted = true;
    if (near[i].is(U'”') || (near[i].is('\'') && near[i + 1].is('\''))) quoted = false;
    if (i < done) return;
    std::size_t last = i;
    bool parted = false;
    if (near[i].is('.')) {
      last = run_end(near, i, parted);
      if (last == i) return;
    } else if (!near[i].is(U'…')) {
      return;
    }
    done = last + 1;
    const std::size_t dots = near[i].is('.') ? (parted ? (last - i) / 2 : last - i) + 1 : 3;
    if (near[i - 1].is('.')) return;
    std::string run;
    if (parted && dots >= 3) run.assign(dots, '.');
    const Token& before = near[i - 2];
    const bool apart = habit.apart != habit.close
                           ? habit.apart > habit.close
                           : quoted || passage.habits.words >= words_of_article;
    // Between two names it stands for words left out of a title.
    const bool title = before.shape() == WordShape::capitalised && near.gap(last + 1) &&
                       near[last + 2].shape() == WordShape::capitalised;
    const bool hangs = near.gap_before(i) && (before.is_word() || before.is_number()) &&
                       dots >= 2 && (parted || !(apart || title));
    if (parted && dots < 3) return;
    if (parted) {
      edits.add(near.span(hangs ? i - 1 : i, last), run, 90);
    } else if (hangs) {
      edits.add(near.span(i - 1), "", 70);
    }
  });
}

std::string rules::spaced_ellipsis::why(const Explained& change) {
  return why_joined(change, "A tokeniser set blanks before or between the dots of an ellipsis.");
}

}  // namespace palimpsest
