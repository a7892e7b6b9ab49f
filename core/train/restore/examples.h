// Texts with candidates and, where places were written over, which of the candidates they are.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "restore/evidence.h"
#include "train/restore/damage.h"

namespace palimpsest::train {

enum class Label : std::uint8_t { no, yes, unknown };

/// A place in cells; begin == end where it meets no cell.
struct Place {
  std::uint32_t begin = 0, end = 0;  // cells
  std::uint32_t candidate = no_index;
  WrittenOver made;
};

/// Views of its own members: it stays where it is.
struct Example {
  std::string id;
  Document document;
  OffsetMap map;
  std::optional<DamagedText> text;
  std::optional<PlaceReading> reading;
  std::vector<Label> labels;  // of candidates
  std::vector<Place> places;
};

/// Reads a damaged text as the program does. `weights` may be empty.
std::unique_ptr<Example> read_example(std::string id, const Damaged& damaged, const Model& model,
                                      const PlaceWeights& weights);

/// What a coreference tool might find in a clean text: chains of our own.
std::vector<Chain> find_chains(std::string_view text, const Model& model, Random& random);

}  // namespace palimpsest::train
