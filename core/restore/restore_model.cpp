// Tested by tests/core/infill_test.cpp.
#include "restore/restore_model.h"

namespace palimpsest {

std::optional<RestoreModel> RestoreModel::read(std::string_view bytes, std::string* error) {
  std::string why;
  std::optional<RestoreSections> sections = read_restore_file(bytes, why);
  RestoreModel model;
  if (sections) {
    std::optional<Infill> infill = Infill::read((*sections)[std::string(Infill::section)]);
    if (infill)
      model.infill_ = std::move(*infill);
    else
      why = "the model of restoration has no words";
  }
  if (why.empty() && sections->contains(PlaceWeights::section) &&
      !model.places_.unpack(read_weights((*sections)[std::string(PlaceWeights::section)])))
    why = "the model's weights of places are damaged";
  if (!why.empty()) {
    if (error) *error = why;
    return std::nullopt;
  }
  for (const auto& [name, section] : *sections)
    if (name != Infill::section) model.weights_[name] = read_weights(section);
  return model;
}

std::span<const std::int16_t> RestoreModel::weights(std::string_view name) const {
  const auto at = weights_.find(name);
  return at == weights_.end() ? std::span<const std::int16_t>() : std::span(at->second);
}

}  // namespace palimpsest
