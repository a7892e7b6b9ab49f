// Joins an abbreviation of several parts: "e . g .", "10 a . m .", "Ph . D ."; and drops the second
// stop that some tokenisers write where an abbreviation ends a sentence: "in the U.S. ."
// Leaves alone letters that are no known abbreviation ("a . b" is a product).
#include "repair/near.h"
#include "repair/why_joined.h"

namespace palimpsest {
namespace {

constexpr std::string_view abbreviations[] = {
    "a.m.",  "p.m.",  "A.M.",  "P.M.",  "e.g.",  "i.e.",   "E.g.",   "I.e.",   "a.k.a.", "c.f.",
    "n.b.",  "N.B.",  "p.a.",  "p.s.",  "q.v.",  "r.p.m.", "m.p.h.", "Ph.D.",  "Ed.D.",  "Psy.D.",
    "M.Sc.", "B.Sc.", "D.Sc.", "LL.B.", "LL.M.", "d.b.a.", "f.o.b.", "w.r.t.", "p.p.m.", "o.n.o."};

/// The last token of `abbreviation` if it stands at `i` with a gap somewhere inside; else 0.
std::size_t match(const Near& near, std::size_t i, std::string_view abbreviation) {
  std::size_t at = i;
  bool gap = false;
  while (!abbreviation.empty()) {
    const std::string_view part = near.of(at);
    if (part.empty() || !abbreviation.starts_with(part)) return 0;
    abbreviation.remove_prefix(part.size());
    if (abbreviation.empty()) return gap ? at : 0;
    gap |= near.gap(at + 1);
    at = near.next(at);
  }
  return 0;
}

bool ends_abbreviation(const Near& near, std::size_t stop) {
  if (!near[stop].is('.') || !near[stop - 1].is_word()) return false;
  return near.span(stop - 1).size() == 1 && near[stop - 2].is('.');
}

}  // namespace

void rules::spaced_abbreviation::find(const Passage& passage, Edits& edits) {
  const Near near(passage);
  std::size_t done = 0;
  each_tokenised_mark(passage, [&](std::size_t stop) {
    if (!near[stop].is('.') || stop < done) return;
    if (near.gap_before(stop) && ends_abbreviation(near, stop - 2) &&
        (near.edge(stop + 1) || near.gap(stop + 1))) {
      edits.add(near.span(stop - 1, stop), "", 80, 1);
      return;
    }
    const std::size_t i = near.previous(stop);
    if (i < done || !near[i].is_word() || near.span(i).size() > 3 || !near.open(i - 1)) return;
    for (const std::string_view abbreviation : abbreviations) {
      if (abbreviation[0] != near.of(i)[0]) continue;
      const std::size_t last = match(near, i, abbreviation);
      if (last == 0) continue;
      edits.add(near.span(i, last), abbreviation, 90);
      done = last + 1;
      return;
    }
  });
}

std::string rules::spaced_abbreviation::why(const Explained& change) {
  if (change.detail == 1)
    return "The stop of the abbreviation ends the sentence too; a tokeniser wrote a second one.";
  return why_joined(change, "A tokeniser set blanks between the parts of an abbreviation.");
}

}  // namespace palimpsest
