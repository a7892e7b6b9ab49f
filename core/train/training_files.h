// The corpora that a model is learnt from and those that it is measured on.
#pragma once

#include <string_view>

#include "train/corpus.h"

namespace palimpsest::train {

struct TrainingFile {
  std::string_view path;  // in the data folder
  float weight;           // of each of its units in the loss
  Scheme scheme;
};

// Weights were set on the dev files: posts of users are far from news and count little.
inline constexpr TrainingFile training_files[] = {
    {"entities/re3d_permissive_train.jsonl", 1.5f, {.marks_misc = false, .marks_norp = false}},
    {"entities/wikigold_all.jsonl", 1.0f, {}},
    {"entities/redocred_dev.jsonl", 1.0f, {}},
    {"entities/crossner_politics_train.jsonl", 1.0f, {}},
    {"coreference/gum_permissive_train.jsonl", 1.0f, {}},
    {"coreference/gum_permissive-by-source_train.jsonl", 1.0f, {}},
    {"coreference/litbank_train.jsonl", 0.3f, {.marks_misc = false, .marks_norp = false}},
    {"entities/btc_train.jsonl", 0.3f, {.marks_misc = false, .marks_norp = false}},
    {"entities/wnut17_train.jsonl", 0.3f, {.marks_norp = false}},
};

inline constexpr std::string_view dev_files[] = {
    "entities/re3d_permissive_test.jsonl",
    "coreference/gum_permissive_dev.jsonl",
    "coreference/gum_permissive_test.jsonl",
    "coreference/gum_permissive-by-source_dev.jsonl",
    "coreference/gum_permissive-by-source_test.jsonl",
    "entities/uner_pud_wiki_test.jsonl",
    "entities/uner_ewt_dev.jsonl",
    "entities/crossner_politics_dev.jsonl",
    "entities/btc_dev.jsonl",
};

}  // namespace palimpsest::train
