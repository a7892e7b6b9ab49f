// The best sequence of labels of a chain, and how probable a name in it is: a linear-chain
// conditional random field (Lafferty, McCallum and Pereira 2001) with the transitions that BILOU
// allows. Scores are whole numbers; probabilities use only + - * / on floats, so that every machine
// gives the same bits.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/weights.h"

namespace palimpsest {

/// Scores of the labels at one unit.
using ScoreRow = std::array<std::int32_t, row_width>;

enum class Place : std::uint8_t { begin, inside, last, unit };
constexpr std::size_t label_of(std::size_t kind, Place place) {
  return 1 + 4 * kind + static_cast<std::size_t>(place);
}
constexpr std::size_t kind_of(std::size_t label) { return (label - 1) / 4; }
constexpr Place place_of(std::size_t label) { return static_cast<Place>((label - 1) % 4); }

/// A name is open behind these labels: inside or last must follow.
constexpr bool leaves_open(std::size_t label) {
  return label != 0 && place_of(label) <= Place::inside;
}
/// The label goes on with a name that is open.
constexpr bool goes_on(std::size_t label) {
  return label != 0 && (place_of(label) == Place::inside || place_of(label) == Place::last);
}
constexpr bool may_follow(std::size_t before, std::size_t label) {
  return leaves_open(before) == goes_on(label) &&
         (!goes_on(label) || kind_of(before) == kind_of(label));
}
constexpr bool may_begin(std::size_t label) { return !goes_on(label); }
constexpr bool may_end(std::size_t label) { return !leaves_open(label); }

/// The labels of the best legal sequence; of equals the one with lower labels at the end.
std::vector<std::uint8_t> best_labels(std::span<const ScoreRow> scores, const Weights& weights);

/// Forward and backward sums of one chain, scaled at every unit.
class Marginals {
 public:
  Marginals(std::span<const ScoreRow> scores, const Weights& weights);

  /// Probability that exactly the units from `first` to `last` are a name of this kind.
  float name(std::size_t first, std::size_t last, std::size_t kind) const;
  /// Probability of a label at a unit.
  float label(std::size_t unit, std::size_t l) const;

 private:
  using Row = std::array<float, row_width>;
  std::vector<Row> emission_, forward_, backward_;
  std::vector<float> scale_;
  std::array<Row, row_width> step_{};  // exp of transitions, 0 where they are not legal
};

/// e^x for x <= 0 with a relative error under 1e-6, from multiplications and additions alone: the C
/// library's differs from machine to machine in the last bits. 0 below -80.
float exp_of(float x);

}  // namespace palimpsest
