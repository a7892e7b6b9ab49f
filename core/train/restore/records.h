// Texts to learn from and records of damage to measure on, as they lie in JSON Lines files.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "train/restore/examples.h"

namespace palimpsest::train {

using Examples = std::vector<std::unique_ptr<Example>>;

/// PATH or PATH,copies,every,offset: each text in so many damaged copies; of every so many lines
/// the one at the offset.
struct Source {
  std::string path;
  std::size_t copies = 1, every = 1, offset = 0;
};
Source read_source(const std::string& argument);

/// Texts with "text" and "coref", or with our own chains. Throws std::runtime_error for a file that
/// cannot be read.
void add_examples(const Source& source, const Model& model, Examples& out);

/// The same, each damaged text as it is made: its id, what it was made from, and what was done.
void each_damaged(
    const Source& source, const Model& model,
    const std::function<void(const std::string&, const std::string&, const Damaged&)>& take);

/// A record of a damage file, one line.
std::string write_damage(const std::string& id, const std::string& text, const Damaged& damaged);

/// Records of a damage file; or clean texts, with nothing written over.
Examples read_records(const std::string& path, const Model& model, const PlaceWeights& weights,
                      bool clean);

}  // namespace palimpsest::train
