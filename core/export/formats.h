// The faces of a document: JSON, and formats to read, to keep or to hand to another tool.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "document/document.h"
#include "export/json.h"

namespace palimpsest {

/// A row of formats.def; the name is what --format takes.
struct DocumentFormat {
  std::string_view name, extension, media_type, offsets, title, leaves_out;
  std::string (*write)(const Document&, const ExportOptions&);  // UTF-8, or bytes of a zip
};
std::span<const DocumentFormat> document_formats();

/// Null if there is no such format.
const DocumentFormat* document_format_named(std::string_view name);

/// Why a change or suggestion was made, as one sentence; numbered as in ChangeReading.
std::string reason_of(const Document& doc, std::size_t change);

namespace formats {
#define FORMAT(name, ...) std::string name(const Document&, const ExportOptions&);
#include "export/formats.def"
}  // namespace formats

}  // namespace palimpsest
