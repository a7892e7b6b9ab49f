// The texts that the infill model is learnt from, as numbers of its vocabulary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/lexicon.h"
#include "restore/infill_words.h"
#include "train/infill/net_trainer.h"

namespace palimpsest::train {

struct InfillSource {
  std::string_view path;  // in the data folder
  std::size_t times;      // how often each of its words is drawn against one of the releases
};

// Texts that tell of others, and of other things than the Senate's, are few and count for more.
inline constexpr InfillSource infill_sources[] = {
    {"text/press_releases.jsonl", 1},
    {"text/text_masc.jsonl", 4},
    {"text/text_speeches.jsonl", 1},
    {"entities/redocred_dev.jsonl", 4},
    {"entities/wikigold_all.jsonl", 4},
    {"coreference/gap_train.jsonl", 4},
    {"coreference/gum_permissive_train.jsonl", 4},
    {"coreference/gum_permissive-by-source_train.jsonl", 4},
    {"coreference/litbank_train.jsonl", 1},
    {"entities/re3d_permissive_train.jsonl", 4},
};

struct InfillCorpus {
  std::vector<std::string> words;  // the vocabulary, most frequent first
  NetCorpus learnt, held;          // every sixtieth document and MASC's newspapers are held out
};

/// `releases`: the unpacked press releases, which lie in the data folder packed. `edges`: words
/// that stand for nothing, between two documents.
InfillCorpus read_infill_corpus(const std::string& data, const std::string& releases,
                                const Lexicon& lexicon, std::size_t vocabulary,
                                std::uint16_t guessed, std::size_t edges);

/// Numbers of names: what texts are overwritten with in training.
std::vector<std::uint16_t> names_to_overwrite(const InfillVocabulary& vocabulary,
                                              const Lexicon& lexicon);

}  // namespace palimpsest::train
