// What the calls of the face have in common: how arguments are read and answers are written.
#pragma once

#include <emscripten/val.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "export/json.h"
#include "restore/restore_model.h"

namespace palimpsest {

inline std::string value(Json json) { return print({{"value", std::move(json)}}); }
inline std::string error(const std::string& what) { return print({{"error", what}}); }

/// The bytes of a Uint8Array, in one copy: left to itself the glue copies byte by byte. A string is
/// taken as UTF-8.
std::string bytes_of(const emscripten::val& given);

/// The model that names are found with; none until one is loaded.
std::optional<Model>& model();

/// The model that overwritten words are restored with; none until one is loaded.
std::optional<RestoreModel>& restore_model();

/// What a call was asked for: the options as values, or in `wrong` why they cannot be read.
struct Asked {
  Options options;
  ExportOptions export_options;
  std::string wrong;

  /// The decisions among them are about `article`.
  explicit Asked(const std::string& text, std::string_view article = {});
};

}  // namespace palimpsest
