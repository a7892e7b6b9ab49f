// What was learnt from annotated texts, as one value: the word lists and the weights of the name
// tagger. Read once from a file (english.model, english.md says what it was learnt from) and
// shared; never a global.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/lexicon.h"
#include "model/weights.h"

namespace palimpsest {

class Model {
 public:
  Model() = default;
  Model(Lexicon lexicon, Weights weights)
      : lexicon_(std::move(lexicon)), weights_(std::move(weights)) {}

  /// Reads the bytes of a model file. None if they are no model file, of another version, cut off
  /// or damaged; `error`, if given, then says so in words. Never fails in another way.
  static std::optional<Model> read(std::string_view bytes, std::string* error);

  const Lexicon& lexicon() const { return lexicon_; }
  const Weights& weights() const { return weights_; }

 private:
  Lexicon lexicon_;
  Weights weights_;
};

}  // namespace palimpsest
