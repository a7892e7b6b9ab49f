// The JSON of the project (names are fixed: add fields, never rename) and what it reads as options.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "document/document.h"
#include "export/offsets.h"

namespace palimpsest {

using Json =
    nlohmann::ordered_json;  // keeps the order of fields: the same input gives the same bytes

/// What a caller may ask beside the steps' own options.
struct ExportOptions {
  OffsetUnit offsets = OffsetUnit::utf16;
};

Json document_json(const Document& doc, const ExportOptions& options = {});

/// The parts of it that other faces use alone.
Json changes_json(const Document& doc, const ExportOptions& options = {});

/// Every row of every table, so that no other place copies a list.
Json catalog_json();

/// Prints without blanks; text that is no UTF-8 cannot occur behind decode.
std::string print(const Json& json);

/// {"format","encoding","quotes","reject","offsets"}, all optional. Gives an empty string, or what
/// is wrong, in words.
std::string read_options(const Json& json, Options& options, ExportOptions& export_options);

/// One document per line: {"id","text"} in, document_json with "id" first out, or {"id","error"}.
std::string answer_line(std::string_view line, const Options& options,
                        const ExportOptions& export_options);

}  // namespace palimpsest
