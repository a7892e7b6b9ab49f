// What was learnt for restoring, as one value: which words stand where, and the weights by which
// places are found. Read once from a file (restore.model, restore.md says what it was learnt from)
// and shared; never a global.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "restore/infill.h"
#include "restore/place_weights.h"
#include "restore/restore_file.h"

namespace palimpsest {

class RestoreModel {
 public:
  /// Reads the bytes of a model file. None if they are none, of another version, cut off or
  /// damaged; `error`, if given, then says so in words. Never fails in another way.
  static std::optional<RestoreModel> read(std::string_view bytes, std::string* error);

  const Infill& infill() const { return infill_; }
  /// Empty if the file has none.
  const PlaceWeights& places() const { return places_; }
  /// A section of whole numbers; empty if there is none of that name.
  std::span<const std::int16_t> weights(std::string_view name) const;

 private:
  Infill infill_;
  PlaceWeights places_;
  std::map<std::string, std::vector<std::int16_t>, std::less<>> weights_;
};

}  // namespace palimpsest
