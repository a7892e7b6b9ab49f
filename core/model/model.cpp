// Tested by tests/core/model_test.cpp.
#include "model/model.h"

#include "model/model_file.h"

namespace palimpsest {

std::optional<Model> Model::read(std::string_view bytes, std::string* error) {
  std::string why;
  std::optional<ModelContents> contents = read_model(bytes, why);
  if (!contents) {
    if (error) *error = why;
    return std::nullopt;
  }
  return Model(
      Lexicon(contents->words, contents->phrases, std::move(contents->countries)),
      Weights(contents->keys, std::move(contents->rows), contents->transitions, contents->unit));
}

}  // namespace palimpsest
