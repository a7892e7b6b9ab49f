#include "asked.h"

#include <cstddef>
#include <cstdint>

namespace palimpsest {

std::string bytes_of(const emscripten::val& given) {
  if (given.isString()) return given.as<std::string>();
  const emscripten::val length = given["length"];
  if (length.isUndefined())  // an ArrayBuffer
    return bytes_of(emscripten::val::global("Uint8Array").new_(given));
  std::string bytes(length.as<std::size_t>(), '\0');
  emscripten::val(
      emscripten::typed_memory_view(bytes.size(), reinterpret_cast<std::uint8_t*>(bytes.data())))
      .call<void>("set", given);
  return bytes;
}

std::optional<Model>& model() {
  static std::optional<Model> loaded;
  return loaded;
}

std::optional<RestoreModel>& restore_model() {
  static std::optional<RestoreModel> loaded;
  return loaded;
}

Asked::Asked(const std::string& text, std::string_view article) {
  const Json parsed = Json::parse(text.empty() ? "{}" : text, nullptr, /*allow_exceptions=*/false);
  wrong = read_options(parsed, options, export_options);
  if (wrong.empty() && parsed.contains("decisions"))
    wrong = read_decisions(parsed["decisions"], decode(article, options.decode).text,
                           export_options.offsets, options.decisions);
  if (model()) options.model = &*model();
  if (restore_model()) options.restore.model = &*restore_model();
}

}  // namespace palimpsest
