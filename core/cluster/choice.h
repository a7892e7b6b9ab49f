// Weighing the candidates of one pronoun.
#pragma once

#include <string>
#include <vector>

#include "cluster/referent.h"

namespace palimpsest {

PronounClass class_of(const Pronoun& pronoun);

/// The sum of the weights of a candidate's features.
int score_of(const std::vector<Feature>& features, PronounClass c, const PronounWeights& weights);

/// The share of the choice that falls to a candidate of score `best` of all `scores`, per cent, as
/// in a maximum-entropy ranker.
int share_of_best(const std::vector<int>& scores, int best);

/// Whether that share is enough to answer; `given`: with the common nouns given.
bool is_answer(PronounClass c, int share, bool given);

/// What speaks for a candidate, for the reader.
std::string reason_of(const std::vector<Feature>& features);

}  // namespace palimpsest
