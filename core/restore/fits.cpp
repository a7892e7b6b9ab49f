// What the infill model says of the candidates. Words of other places that are believed in say
// nothing of what stood beside them, so it does not see them.
#include <algorithm>

#include "restore/evidence.h"

namespace palimpsest {
namespace {

constexpr std::int32_t least_asked = 80;  // permille of belief

std::uint8_t sixteenths(std::int32_t log) {
  return static_cast<std::uint8_t>(std::clamp(-log / 64, 0, 254));
}
std::uint8_t difference(std::int32_t log) {
  return static_cast<std::uint8_t>(std::clamp(128 + log / 128, 0, 255));
}

}  // namespace

void read_fits(PlaceReading& r, const Infill& infill) {
  constexpr PlaceEvidence all[] = {
      PlaceEvidence::net_name,         PlaceEvidence::net_standing,
      PlaceEvidence::net_best,         PlaceEvidence::net_pronoun,
      PlaceEvidence::net_doubt,        PlaceEvidence::net_pronoun_doubt,
      PlaceEvidence::net_fitting_doubt};
  for (EvidenceRow& row : r.evidence)
    for (const PlaceEvidence e : all) row[static_cast<std::size_t>(e)] = 255;
  if (r.text.model == nullptr) return;
  const auto span_of = [&](const Candidate& c) {
    return CleanSpan{r.text.tokens.begin_of(r.cells[c.begin].first),
                     r.text.tokens.begin_of(r.cells[c.end - 1].last)};
  };
  InfillText text = infill.read_text(r.text.text, r.text.tokens, r.text.model->lexicon());
  std::vector<CleanSpan> lost;
  for (const std::uint32_t i : choose_apart(r, 500)) lost.push_back(span_of(r.candidates.list[i]));
  text.mark_lost(lost);
  for (std::size_t i = 0; i < r.candidates.list.size(); ++i) {
    if (r.belief[i] < least_asked) continue;
    const auto [first, last] = text.words_at(span_of(r.candidates.list[i]));
    if (first >= last) continue;
    const InfillFit fit = infill.fit(text, infill.look(text, first, last), referent_of(r, i));
    EvidenceRow& row = r.evidence[i];
    const auto set = [&](PlaceEvidence e, std::uint8_t n) { row[static_cast<std::size_t>(e)] = n; };
    set(PlaceEvidence::net_name, sixteenths(fit.name));
    set(PlaceEvidence::net_standing, sixteenths(fit.standing));
    set(PlaceEvidence::net_best, sixteenths(fit.best));
    set(PlaceEvidence::net_pronoun, sixteenths(fit.pronoun));
    set(PlaceEvidence::net_doubt, difference(fit.best - fit.name));
    set(PlaceEvidence::net_pronoun_doubt, difference(fit.pronoun - fit.name));
    set(PlaceEvidence::net_fitting_doubt, difference(fit.fitting - fit.name));
  }
}

}  // namespace palimpsest
