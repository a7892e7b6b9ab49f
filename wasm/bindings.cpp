// The face of the core in WebAssembly: strings and bytes in, strings out. No logic, and it never
// throws.
#include <emscripten/bind.h>

#include <string>

#include "export/json.h"

namespace {

using palimpsest::Json;

std::string value(Json json) { return palimpsest::print({{"value", std::move(json)}}); }
std::string error(const std::string& what) { return palimpsest::print({{"error", what}}); }

/// Bytes of an article (a Uint8Array arrives as bytes), options as JSON: {"value": document} or
/// {"error": words}.
std::string analyze(const std::string& bytes, const std::string& options_text) {
  palimpsest::Options options;
  palimpsest::ExportOptions export_options;
  const Json parsed =
      Json::parse(options_text.empty() ? "{}" : options_text, nullptr, /*allow_exceptions=*/false);
  const std::string wrong = palimpsest::read_options(parsed, options, export_options);
  if (!wrong.empty()) return error(wrong);
  return value(palimpsest::document_json(palimpsest::analyze(bytes, options), export_options));
}

std::string catalog() { return value(palimpsest::catalog_json()); }

}  // namespace

EMSCRIPTEN_BINDINGS(palimpsest) {
  emscripten::function("analyze", &analyze);
  emscripten::function("catalog", &catalog);
}
