// Joins initials whose stops stand alone: "The U . S . troops", "J . P . Morgan".
// With blanks between them where the text does so elsewhere ("J. P. Morgan").
// Leaves a single letter to `spaced_mark`, and letters that number answers ("Q . … A .").
#include <optional>

#include "repair/near.h"
#include "repair/why_joined.h"

namespace palimpsest {
namespace {

bool is_letter(const Near& near, std::size_t i) {
  return near[i].is_word() && near[i].shape() == WordShape::capitalised && near.span(i).size() == 1;
}

/// The stop of the initial `i`, alone or close; 0 if there is none.
std::size_t stop_of(const Near& near, std::size_t i) {
  const std::size_t stop = near.next(i);
  return near[stop].is('.') ? stop : 0;
}

/// True if the text sets blanks between initials where no tokeniser has been: "J. P. Morgan".
bool sets_blanks(const Near& near) {
  int close = 0, apart = 0;
  each_mark(near.passage(), [&](std::size_t stop) {
    if (!near[stop].is('.') || !is_letter(near, stop - 1)) return;
    const std::size_t letter = near.next(stop);
    if (!is_letter(near, letter) || !near[letter + 1].is('.')) return;
    (letter == stop + 1 ? close : apart) += 1;
  });
  return apart > close;
}

}  // namespace

void rules::spaced_initial::find(const Passage& passage, Edits& edits) {
  const Near near(passage);
  std::size_t done = 0;
  std::optional<bool> apart;
  each_tokenised_mark(passage, [&](std::size_t stop) {
    const std::size_t i = near.previous(stop);
    if (!near[stop].is('.') || i < done || !is_letter(near, i) || !near.gap(i + 1)) return;
    if (!apart) apart = sets_blanks(near);
    std::string letters = ".";
    std::size_t last = stop;
    if (near[last + 1].is('.')) return;
    while (letters.size() < 40) {
      const std::size_t letter = near.next(last), next = stop_of(near, letter);
      if (!is_letter(near, letter) || next == 0) break;
      if (*apart) letters += ' ';
      letters += near.of(letter);
      letters += '.';
      last = next;
    }
    done = last + 1;
    if (letters.size() == 1) return;
    edits.add(near.span(i + 1, last), letters, 90);
  });
}

std::string rules::spaced_initial::why(const Explained& change) {
  return why_joined(change, "A tokeniser set blanks between initials and their stops.");
}

}  // namespace palimpsest
