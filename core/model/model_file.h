// The contents of a model file, as they are written and read.
//
//     "PLMPSST\n"  version  size of the rest  checksum of the rest  | the rest:
//     sizes  countries (text)  frequency tables  ascending keys (Rice)  symbols (rANS)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/lexicon.h"
#include "model/weights.h"

namespace palimpsest {

inline constexpr std::uint32_t model_version = 1;

struct ModelContents {
  std::vector<LexiconEntry> words, phrases;  // strictly ascending by key
  std::vector<CountryName> countries;
  std::vector<std::uint32_t> keys;  // strictly ascending
  std::vector<WeightRow> rows;      // one for each key
  std::vector<std::int16_t> transitions;
  float unit = 1;
};

std::string write_model(const ModelContents& contents);
/// None, and `error` in words, for anything that write_model did not write.
std::optional<ModelContents> read_model(std::string_view bytes, std::string& error);

}  // namespace palimpsest
