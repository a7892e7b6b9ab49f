// The rows of formats.def. Tested by tests/core/document_export_test.cpp.
#include "export/formats.h"

namespace palimpsest {
namespace {

constexpr DocumentFormat rows[] = {
#define FORMAT(name, extension, media_type, offsets, title, leaves_out) \
  {#name, extension, media_type, offsets, title, leaves_out, formats::name},
#include "export/formats.def"
};

}  // namespace

std::span<const DocumentFormat> document_formats() { return rows; }

const DocumentFormat* document_format_named(std::string_view name) {
  for (const DocumentFormat& format : rows)
    if (format.name == name) return &format;
  return nullptr;
}

std::string formats::json(const Document& doc, const ExportOptions& options) {
  return print(document_json(doc, options)) + "\n";
}

std::string formats::text(const Document& doc, const ExportOptions&) { return doc.cleaned.text; }

}  // namespace palimpsest
