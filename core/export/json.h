// The JSON of the project (names are fixed: add fields, never rename) and what it reads as options.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "compare/report.h"
#include "document/document.h"
#include "export/offsets.h"

namespace palimpsest {

using Json =
    nlohmann::ordered_json;  // keeps the order of fields: the same input gives the same bytes

/// What a caller may ask beside the steps' own options.
struct ExportOptions {
  OffsetUnit offsets = OffsetUnit::utf16;
  CompareMode mode = CompareMode::versions;  // of a comparison
};

Json document_json(const Document& doc, const ExportOptions& options = {});

/// The parts of it that other faces use alone.
Json changes_json(const Document& doc, const ExportOptions& options = {});
Json mentions_json(const Document& doc, const OffsetCounter& count);
Json entities_json(const Document& doc);
Json quotes_json(const Document& doc, const OffsetCounter& count);
/// The reader's lexicon, as read_lexicon reads it.
Json lexicon_json(const Document& doc);

/// Every row of every table, so that no other place copies a list.
Json catalog_json();

/// Prints without blanks; text that is no UTF-8 cannot occur behind decode.
std::string print(const Json& json);

/// {"format","encoding","quotes","reject","offsets","mode","fields","lexicon","decisions","version",
/// "report"}, all optional; decisions are about a text and are read by read_decisions when it is
/// there. Gives an empty string, or what is wrong, in words. "fields": array of repair, restore,
/// entities, quotes: what is wanted; without it everything. "version", "report": texts to restore
/// by. "lexicon": array of {"text", "kind"?: kind or null for "not a
/// name", "same_as"?, "apart_from"?}.
std::string read_options(const Json& json, Options& options, ExportOptions& export_options);

/// Reads the reader's own list of names, as in read_options.
std::string read_lexicon(const Json& json, std::vector<ReaderName>& lexicon);
/// Reads [{"source":span,"kind","verdict":kept|back,"before"?,"chosen"?}] whose spans count `unit`
/// in `text`, the decoded source.
std::string read_decisions(const Json& json, std::string_view text, OffsetUnit unit,
                           std::vector<Decision>& decisions);
/// Reads [{"span","kind"}] whose spans count `unit` in `text`.
std::string read_given(const Json& json, std::string_view text, OffsetUnit unit,
                       std::vector<GivenMention>& given);
/// Reads names of fields, as in read_options.
std::string read_fields(const Json& json, Options& options);

/// One document per line: {"id","text","version"?,"report"?,"mentions"?} in, document_json with
/// "id" first out, or
/// {"id","error"}.
std::string answer_line(std::string_view line, const Options& options,
                        const ExportOptions& export_options);

}  // namespace palimpsest
