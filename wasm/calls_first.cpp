// The calls that a page begins with.
#include <optional>
#include <utility>

#include "asked.h"
#include "calls.h"
#include "export/record.h"

namespace palimpsest::calls {

std::string analyze(const emscripten::val& article, const std::string& options_text) {
  const std::string bytes = bytes_of(article);
  const Asked asked(options_text, bytes);
  if (!asked.wrong.empty()) return error(asked.wrong);
  return value(document_json(palimpsest::analyze(bytes, asked.options), asked.export_options));
}

std::string read_record(const emscripten::val& file) {
  std::string wrong;
  std::optional<Json> record = palimpsest::read_record(bytes_of(file), wrong);
  if (!wrong.empty()) return error(wrong);
  return value(record ? std::move(*record) : Json());
}

std::string catalog() { return value(catalog_json()); }

}  // namespace palimpsest::calls
