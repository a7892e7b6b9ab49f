#include "restore/filling.h"

#include <algorithm>

#include "restore/restore_model.h"
#include "text/order.h"
#include "text/unicode.h"

namespace palimpsest {
namespace {

/// From here on, in per cent, a guess is written into the text. Of guesses that claim 80 some 85 of
/// a hundred are right where the place is (restore.md).
constexpr int least_filled_pronoun = 78, least_filled_words = 80;
/// A place with less belief, in permille, is only suggested.
constexpr int least_applied = 450;
/// A gap takes the place of a text of so many words and marks, which breaks a sentence; a short
/// name in the wrong place is left, and said to be wrong, for a hole tells the reader less.
constexpr std::uint32_t least_removed = 3;
/// Believed in so much and filled with so much, in per cent, a change is safe.
constexpr int safe_belief = 950, safe_guess = 92;
constexpr std::size_t most_guesses = 4;

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

std::string cells(std::uint32_t n) {
  constexpr std::string_view names[] = {"no", "one", "two", "three", "four", "five", "six"};
  return (n < std::size(names) ? std::string(names[n]) : std::to_string(n)) +
         (n == 1 ? " place" : " places");
}

std::string why_of(const DamagedText& damaged, const OverwrittenPlace& place) {
  std::string why = quoted(damaged.of(place.span));
  if (place.drifted && !place.meant.empty()) {
    why += " was written over what stood " + cells(place.shift) + " after " +
           quoted(damaged.of(place.meant));
    if (place.agreeing > 0)
      why += ", as at " + std::to_string(place.agreeing) + " other place" +
             (place.agreeing > 1 ? "s" : "");
    return why + ".";
  }
  why += place.drifted ? " was written over other words here" : " was written over what stood here";
  if (place.others > 0)
    why += ", as names were at " + std::to_string(place.others) + " other place" +
           (place.others > 1 ? "s" : "");
  return why + ".";
}

/// True where a name is twenty times likelier than a pronoun: another name was lost, if anything.
bool is_for_names(const DamagedText& damaged, const PlaceLook& place) {
  if (!place.any()) return true;
  const InfillFit fit = damaged.restore_model->infill().fit(damaged.places().words, place.look);
  return fit.name - fit.pronoun > 3 * 1024;
}

/// Readings of a place, best first: pronouns as far as the mention itself was written over, words
/// as far as those behind it were.
std::vector<Guess> guesses_of(const DamagedText& damaged, const OverwrittenPlace& place,
                              const PlaceLook& at) {
  std::vector<Guess> guesses;
  if (!at.any() || place.count > 3) return guesses;
  const Infill& infill = damaged.restore_model->infill();
  const InfillText& words = damaged.places().words;
  const auto add = [&](const std::vector<InfillGuess>& found, int share) {
    for (const InfillGuess& g : found) {
      const int percent = g.percent * share / 1000;
      const auto same = std::find_if(guesses.begin(), guesses.end(),
                                     [&](const Guess& other) { return other.text == g.text; });
      if (same == guesses.end())
        guesses.push_back({g.text, static_cast<std::uint8_t>(percent)});
      else
        same->confidence = static_cast<std::uint8_t>(std::min(100, same->confidence + percent));
    }
  };
  constexpr int hardly = 50;  // permille
  const int drift = place.count > 1 ? 1000 : place.drift;
  if (drift < 1000 - hardly)
    add(infill.pronouns(words, at.look, at.referent, most_guesses, at.uses), 1000 - drift);
  if (drift > hardly) add(infill.words(words, at.look, place.count, most_guesses), drift);
  sort_by(guesses, [](const Guess& guess) { return greatest_first(guess.confidence); });
  guesses.resize(std::min(guesses.size(), most_guesses));
  return guesses;
}

}  // namespace

std::vector<Restoration> fill_places(const DamagedText& damaged, PlaceKind kind) {
  std::vector<Restoration> restorations;
  const bool explained = damaged.version != nullptr && damaged.version_reading().is_damaged();
  const SolvedPlaces& places = damaged.places();
  for (std::size_t i = 0; i < places.found.size(); ++i) {
    const OverwrittenPlace& place = places.found[i];
    const PlaceLook& look = places.looks[i];
    // A version that explains the damage says as well where nothing was lost.
    if (explained && damaged.version_reading().has(place.span)) continue;
    if (place.drifted != (kind == PlaceKind::words)) continue;
    Restoration one;
    one.span = place.span;
    one.lost = {kind == PlaceKind::words ? Lost::What::words : Lost::What::mention, place.count};
    one.why = why_of(damaged, place);
    one.confidence = static_cast<std::uint8_t>(place.belief / 10);
    std::vector<Guess> guesses = guesses_of(damaged, place, look);
    const bool sure =
        !guesses.empty() &&
        guesses[0].confidence >= (place.drifted ? least_filled_words : least_filled_pronoun) &&
        (place.drifted || !is_for_names(damaged, look));
    const int best = sure ? guesses[0].confidence : 0;
    one.text = sure ? guesses[0].text : std::string(gap_mark);
    if (sure) guesses.erase(guesses.begin());
    for (Guess& guess : guesses)
      if (guess.confidence > 0) one.suggestions.push_back(std::move(guess));
    one.safety = place.belief < least_applied || (!sure && place.length < least_removed)
                     ? Safety::suggestion
                 : place.belief >= safe_belief && best >= safe_guess ? Safety::safe
                                                                     : Safety::likely;
    restorations.push_back(std::move(one));
  }
  return restorations;
}

}  // namespace palimpsest
