// The calls that a page begins with.
#include "asked.h"
#include "calls.h"

namespace palimpsest::calls {

std::string analyze(const emscripten::val& article, const std::string& options_text) {
  const std::string bytes = bytes_of(article);
  const Asked asked(options_text, bytes);
  if (!asked.wrong.empty()) return error(asked.wrong);
  return value(document_json(palimpsest::analyze(bytes, asked.options), asked.export_options));
}

std::string catalog() { return value(catalog_json()); }

}  // namespace palimpsest::calls
