// All that speaks for and against each candidate, as bytes for the trees.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "restore/candidates.h"
#include "restore/context.h"
#include "restore/infill.h"
#include "restore/place_weights.h"

namespace palimpsest {

enum class PlaceEvidence : std::uint8_t {
#define EVIDENCE(name) name,
#include "restore/evidence.def"
  count
};
inline constexpr std::size_t evidence_count = static_cast<std::size_t>(PlaceEvidence::count);
using EvidenceRow = std::array<std::uint8_t, evidence_count>;

inline constexpr std::uint32_t max_shift = 15;

/// A text with its candidates and what is known of them so far.
struct PlaceReading {
  const DamagedText& text;
  Cells cells;
  Candidates candidates;
  std::vector<ContextLook> looks;
  std::vector<std::int32_t> fits;  // of the context, 1/16 of a logit
  std::vector<EvidenceRow> evidence;
  std::vector<std::int32_t> belief;  // permille, of each candidate
  std::vector<std::uint8_t> shift;   // that the last pass agreed on, by candidate
  std::vector<std::uint8_t> own_shift;

  explicit PlaceReading(const DamagedText& read) : text(read) {}
};

inline void set(EvidenceRow& row, PlaceEvidence e, std::int64_t n) {
  row[static_cast<std::size_t>(e)] = static_cast<std::uint8_t>(std::clamp<std::int64_t>(n, 0, 255));
}

/// The part of the evidence that takes the whole text. `weighed`: the context has been.
void read_document(PlaceReading& reading, bool weighed);

/// Everything that does not depend on belief. `weights` may be empty: then nothing is known of the
/// context. O(cells + candidates).
PlaceReading read_evidence(const DamagedText& text, const PlaceWeights& weights);

/// What the beliefs say together: sets the last part of the evidence. O(cells + candidates).
void read_agreement(PlaceReading& reading);

/// Asks the infill model about every candidate that is believed in at all. About 20 µs each.
void read_fits(PlaceReading& reading, const Infill& infill);

/// How well a mention that begins at `cell` fits the candidate: 0 none there, 1 a mention of
/// something else, 2 a pronoun that may fit, 3 a name that shares a word or a pronoun that fits,
/// 4 its own text.
std::uint8_t echo_at(const PlaceReading& reading, const Candidate& candidate, std::uint32_t cell);

/// The end of the mention that begins at `cell`, as the tool may have read it: "the Obama
/// administration".
std::uint32_t mention_end(const PlaceReading& reading, const Candidate& candidate,
                          std::uint32_t cell);

Gender gender_of(const PlaceReading& reading, const Candidate& candidate);

/// Whether a pronoun may stand for a candidate that looks so: 0 no, 2 perhaps, 3 well.
std::uint8_t pronoun_fit(const PlaceReading& reading, const Candidate& candidate, ContextLook look,
                         PronounFor pronoun);

/// What may stand for a candidate.
InfillReferent referent_of(const PlaceReading& reading, std::size_t candidate);

/// Cells as the tool counted them once these places are written over: each is one cell.
struct ListPlaces {
  std::vector<std::uint32_t> place_of;  // of each cell
  std::vector<std::uint32_t> cell_at;   // of each place
};
ListPlaces list_places(const PlaceReading& reading, const std::vector<std::uint32_t>& chosen);

/// The candidates with at least `least` permille, apart from each other, the best first taken.
std::vector<std::uint32_t> choose_apart(const PlaceReading& reading, std::int32_t least);

}  // namespace palimpsest
