// All that speaks for and against each candidate, as bytes for the trees.
#pragma once

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

/// Cells as the tool counted them once these places are written over: each is one cell.
struct ListPlaces {
  std::vector<std::uint32_t> place_of;  // of each cell
  std::vector<std::uint32_t> cell_at;   // of each place
};
ListPlaces list_places(const PlaceReading& reading, const std::vector<std::uint32_t>& chosen);

/// The candidates with at least `least` permille, apart from each other, the best first taken.
std::vector<std::uint32_t> choose_apart(const PlaceReading& reading, std::int32_t least);

}  // namespace palimpsest
